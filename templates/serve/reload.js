// Reloads the page as soon as the preview has a newer version of the site.
{
  const events = new EventSource(`/-/events?seen=${document.currentScript.dataset.seen}`);
  events.addEventListener("changed", () => {
    events.close();
    location.reload();
  });
}
