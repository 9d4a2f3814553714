"""The preview on one's own machine: the site as it would be built, and what an editor should look at."""
