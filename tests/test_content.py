"""The folder of content into stories."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from dateline.config import Site
from dateline.content import Content, read_content
from dateline.errors import DatelineError, Problem


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """An empty folder of content."""
    (tmp_path / "content").mkdir()
    return tmp_path / "content"


def write(content: Path, name: str, title: str = "A title", date: str = "2016-04-15", more: str = "") -> Path:
    path = content / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"---\ntitle: {title}\ndate: {date}\n{more}---\nTroops moved in.\n", "utf-8")
    return path


def read(content: Path, drafts: bool = False) -> Content:
    return read_content(content, Site(), drafts)


def problems(content: Path) -> tuple[Problem, ...]:
    with pytest.raises(DatelineError) as raised:
        read(content)
    assert all(problem.remedy for problem in raised.value.problems)
    return raised.value.problems


def told(found: Content) -> list[tuple[str, list[str]]]:
    return [(story.slug, [article.slug for article in story.articles]) for story in found.stories]


def test_folders_and_lone_articles_are_stories_in_order(content: Path) -> None:
    write(content, "kunduz/2016-04-16-after.md", date="2016-04-16T01:00+04:30")
    write(content, "kunduz/2016-04-16-before.md", date="2016-04-16")
    write(content, "kunduz/2016-04-15-raid.md")
    write(content, "2016-05-01-lone.md", more="summary: In short\n")
    write(content, "b-lone.md")
    (content / "kunduz/raid.png").write_text("")
    (content / "notes.txt").write_text("notes")
    found = read(content)
    assert told(found) == [
        ("b-lone", ["b-lone"]),
        ("kunduz", ["raid", "before", "after"]),
        ("lone", ["lone"]),
    ]
    assert [story.lone for story in found.stories] == [True, False, True]
    assert (found.stories[2].title, found.stories[2].standfirst) == ("A title", "In short")


def test_articles_of_one_day_stand_in_the_order_of_their_moments(content: Path) -> None:
    write(content, "s/a.md", date="2016-04-15T12:00+00:00")
    write(content, "s/b.md", date="2016-04-15T13:00+04:30")
    assert told(read(content)) == [("s", ["b", "a"])]


def test_an_index_gives_the_storys_words(content: Path) -> None:
    write(content, "kunduz/raid.md")
    (content / "kunduz/map.pdf").write_text("map")
    (content / "kunduz/index.md").write_text(
        "---\ntitle: The *fight* for Kunduz\nstandfirst: What happened\n---\n"
        "The *city*, [map](map.pdf), <script>x</script>.\n"
    )
    (story,) = read(content).stories
    assert (story.title, story.standfirst) == ("The *fight* for Kunduz", "What happened")
    assert story.introduction == '<p>The <em>city</em>, <a href="map.pdf">map</a>, .</p>'
    assert story.assets == (("map.pdf", content.resolve() / "kunduz/map.pdf"),)
    assert [article.slug for article in story.articles] == ["raid"]


@pytest.mark.parametrize(
    "index", ["---\ntitle: Kunduz\nsummary: In short\n---\n", "---\ntitle: Kunduz\nsummary: In short\n---"]
)
def test_an_index_may_be_no_more_than_front_matter(content: Path, index: str) -> None:
    write(content, "kunduz/raid.md")
    (content / "kunduz/index.md").write_text(index)
    (story,) = read(content).stories
    assert (story.title, story.standfirst, story.introduction) == ("Kunduz", "In short", "")


def test_a_story_without_an_index_is_named_after_its_folder(content: Path) -> None:
    write(content, "the-battle_of Kunduz/raid.md")
    (story,) = read(content).stories
    assert (story.slug, story.title) == ("the-battle-of-kunduz", "The battle of kunduz")


def test_drafts_come_only_when_asked_for(content: Path) -> None:
    write(content, "kunduz/raid.md")
    write(content, "kunduz/later.md", more="draft: true\n")
    write(content, "alone.md", more="draft: true\n")
    assert told(read(content)) == [("kunduz", ["raid"])]
    assert told(read(content, drafts=True)) == [("alone", ["alone"]), ("kunduz", ["later", "raid"])]


def test_all_problems_of_all_files_are_told_at_once(content: Path) -> None:
    write(content, "a/one.md", date="2016-02-30")
    write(content, "b/two.md", date="April")
    write(content, "three.md", more="slug: ../x\n")
    (content / "a/index.md").write_text("---\ntitle: [a]\n---\n")
    assert {problem.path for problem in problems(content)} == {
        content / "a/one.md", content / "b/two.md", content / "three.md", content / "a/index.md",
    }  # fmt: skip


def test_warnings_of_all_files_are_kept(content: Path) -> None:
    write(content, "a/one.md", more="titel: x\n")
    write(content, "two.md", more="titel: x\n")
    (content / "a/index.md").write_text("---\ntitel: x\n---\n")
    assert [warning.path for warning in read(content).warnings] == [
        content / "a/index.md", content / "a/one.md", content / "two.md",
    ]  # fmt: skip


def test_a_folder_that_is_not_there_or_holds_nothing_is_an_error(content: Path) -> None:
    assert [problem.message for problem in problems(content / "none")] == ["there is no such folder of content"]
    (content / "site.toml").write_text("")
    (problem,) = problems(content)
    assert problem.message == "this folder of content holds no article"
    assert "first.md" in problem.remedy


def test_only_drafts_are_no_error(content: Path) -> None:
    write(content, "alone.md", more="draft: true\n")
    assert told(read(content)) == []


@pytest.mark.parametrize(
    ("one", "other", "address", "named"),
    [
        ("s/2016-04-15-raid.md", "s/2016-04-16-raid.md", "s/raid", ("s/2016-04-15-raid.md", "s/2016-04-16-raid.md")),
        ("s/raid.md", "s/Raid!.md", "s/raid", ("s/raid.md", "s/Raid!.md")),
        ("s.md", "s/raid.md", "s", ("s.md", "s")),
        ("my-story/a.md", "My Story/b.md", "my-story", ("my-story", "My Story")),
        ("2016-04-15-raid.md", "raid.md", "raid", ("2016-04-15-raid.md", "raid.md")),
    ],
)
def test_two_of_one_address_are_both_named(
    content: Path, one: str, other: str, address: str, named: tuple[str, str]
) -> None:
    write(content, one)
    write(content, other)
    (problem,) = problems(content)
    assert f" {address}/" in problem.message
    for name in named:
        assert str(content / name) in str(problem)


def test_slugs_that_differ_in_case_only_would_overwrite_each_other(content: Path) -> None:
    write(content, "s/a.md", more="slug: Raid\n")
    write(content, "s/b.md", more="slug: raid\n")
    (problem,) = problems(content)
    assert (problem.path, str(content / "s/a.md") in problem.message) == (content / "s/b.md", True)


@pytest.mark.parametrize(
    "name", ["tags/a.md", "embed/a.md", "2016-04-15 places/a.md", "!!!/a.md", "static/a.md", "people/a.md"]
)
def test_a_story_may_not_take_a_name_of_the_sites_own(content: Path, name: str) -> None:
    path = write(content, name)
    assert [problem.path for problem in problems(content)] == [path.parent]


def test_an_article_that_lies_too_deep_is_an_error(content: Path) -> None:
    write(content, "a/one.md")
    deep = write(content, "a/b/c/two.md")
    (problem,) = problems(content)
    assert (problem.path, "one folder deep" in problem.message) == (deep, True)


def test_folders_of_pictures_are_no_stories(content: Path) -> None:
    write(content, "a/one.md")
    for folder in ("images", "a/images/more", ".git/objects"):
        (content / folder).mkdir(parents=True)
    (content / "images/x.png").write_text("")
    write(content, ".drafts/x.md")
    (content / ".hidden.md").write_text("hidden")
    (content / "a/.hidden.md").write_text("hidden")
    assert told(read(content)) == [("a", ["one"])]


def test_an_index_without_articles_warns(content: Path) -> None:
    write(content, "a/one.md")
    (content / "b").mkdir()
    (content / "b/index.md").write_text("---\ntitle: B\n---\n")
    found = read(content)
    assert told(found) == [("a", ["one"])]
    assert [warning.path for warning in found.warnings] == [content / "b"]


def test_an_index_outside_a_story_is_told_where_its_words_go(content: Path) -> None:
    write(content, "a/one.md")
    write(content, "index.md")
    (problem,) = problems(content)
    assert "site.toml" in problem.remedy


@pytest.mark.parametrize("link", ["lone.md", "a/linked.md", "a/pictures", "story", "a/pictures-of-ours/deep.txt"])
def test_a_link_out_of_the_content_is_an_error(content: Path, link: str) -> None:
    write(content, "a/one.md")
    (content / "a/pictures-of-ours").mkdir()
    outside = write(content.parent, "outside/secret.md")
    target = outside if "." in link else outside.parent
    (content / link).symlink_to(target)
    assert [problem.path for problem in problems(content)] == [content / link]


def test_a_link_in_a_circle_or_to_nothing_is_an_error(content: Path) -> None:
    write(content, "a/one.md")
    (content / "b.md").symlink_to("b.md")
    (content / "c.md").symlink_to("none.md")
    assert [problem.path for problem in problems(content)] == [content / "b.md", content / "c.md"]


def test_a_link_inside_the_content_is_followed(content: Path) -> None:
    write(content, "a/one.md")
    (content / "b.md").symlink_to("a/one.md")
    assert told(read(content)) == [("a", ["one"]), ("b", ["b"])]


def test_the_order_is_that_of_the_names_not_of_the_disk(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("b", "a", "c"):
        write(content, f"{name}/{name}.md", more="titel: x\n")
    straight = read(content)
    listed = os.listdir
    monkeypatch.setattr(os, "listdir", lambda path=".": sorted(listed(path), reverse=True))
    assert read(content) == straight


def test_what_only_warns_is_told_beside_the_error_it_may_have_caused(content: Path) -> None:
    write(content, "right.md", more="colour: red\n")
    (content / "typo.md").write_text("---\ntitle: A title\ndat: 2016-04-15\n---\nTroops moved in.\n", "utf-8")
    assert [(problem.path, problem.line, problem.message) for problem in problems(content)] == [
        (content / "typo.md", None, "this article has no date"),
        (content / "typo.md", 3, "unknown key `dat`"),
    ]
