"""Reads who a sentence names: capitalised runs, weighed by their words and by what stands around them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from ppid_lint.people.mention import Mention, Role
from ppid_lint.people.places import is_dateline, is_somebody
from ppid_lint.people.runs import Run, Word, runs
from ppid_lint.people.surroundings import Cue, age, apposition, before, called, degree, identifier, sourced
from ppid_lint.people.trimming import after_office, bare, before_capitals, is_formed
from ppid_lint.people.vocabulary import ROLES, Vocabulary

_LONGEST = 6  # words of a name
_ADULT = 18
_THAT = (" itu ", " ini ", " tersebut ")  # behind a thing, not a name: *Celurit itu*
_NO_NAME = frozenset({"place", "body", "before-place"})
# Notes of words that only open a sentence.
_OPENING = frozenset({"word", "speech", "speaker", "label", "joins", "number"})
# Notes of words that are no name where they stand alone.
_NEVER = frozenset({*_OPENING, *_NO_NAME, *ROLES, "office", "pronoun", "company", "title", "kin"})


def mentions(text: str, start: int, end: int, vocabulary: Vocabulary) -> Iterator[Mention]:
    """Who a sentence, from start to end of a text, names, left to right. Linear."""

    def skips(word: str) -> bool:
        lower = word.lower()
        return vocabulary.note(lower) in _NEVER or (word.isupper() and not vocabulary.is_name(lower))

    for run in runs(text, start, end, skips):
        found = _read(text, start, run, vocabulary)
        if found is not None:
            yield found


def with_known(found: Collection[Mention], text: str, known: Mapping[str, Role]) -> tuple[Mention, ...]:
    """The mentions of a text, those made up of known name words now sure, and in the part they had before."""
    return tuple(_recalled(mention, name_words(text, mention), known) for mention in found)


def _recalled(mention: Mention, words: list[str], known: Mapping[str, Role]) -> Mention:
    if mention.why in {"role", "office"} or not all(word in known for word in words):
        return mention
    roles = {known[word] for word in words}
    role = Role.OFFICIAL if Role.OFFICIAL in roles else mention.role
    return replace(mention, sure=True, role=role, why=mention.why if mention.sure else "named before")


def name_words(text: str, mention: Mention) -> list[str]:
    """The words of a mention's name, in lower case."""
    return [word.strip(".,") for word in text[mention.name_start : mention.name_end].lower().split()]


def _read(text: str, floor: int, run: Run, vocabulary: Vocabulary) -> Mention | None:
    inner, words = _stripped(run.words, vocabulary)
    firm = next((at for at, word in enumerate(words) if vocabulary.note(word.text) == "company"), None)
    if firm is not None:
        return _company(run, words[firm:])
    if not words or (inner is not None and inner.note in _NO_NAME):
        return None
    if inner is not None and inner.note == "office":
        words = after_office(words, vocabulary)
    titled = inner is not None and inner.note == "title"
    words = _cut(bare(words, vocabulary), vocabulary)
    words = before_capitals(words) if titled else words
    initial = titled and bool(words) and not words[0].upper  # Mbah Jo
    if not words or len(words) > _LONGEST or (not initial and _is_acronym(words, vocabulary)):
        return None
    if is_dateline(text, words, vocabulary):
        return None
    outer = before(text, run.start, floor, vocabulary)
    strong = inner is not None and (inner.note in ROLES or inner.note in {"title", "kin"})
    common = outer is not None and outer.note == "before-place" and is_somebody(text, words, vocabulary)
    if outer is not None and outer.note in _NO_NAME and not (strong or common):
        return None
    return _weighed(text, run, words, inner, outer, vocabulary)


def _stripped(words: tuple[Word, ...], vocabulary: Vocabulary) -> tuple[Cue | None, tuple[Word, ...]]:
    """What the leading words of a run say, and the words after them."""
    cue: Cue | None = None
    for index, word in enumerate(words):
        note = vocabulary.note(word.text)
        if note in {"company", "body", "place", "before-place"}:
            if note == "before-place" and index + 1 < len(words) and index == 0:
                return Cue("before-place", 0), words
            return Cue(note, 0), words[index:]
        if note in ROLES or note in {"title", "office", "kin"}:
            keep = cue is not None and (cue.note == "office" or (note == "title" and cue.note in ROLES))
            cue = cue if keep else Cue(note, 0)
        elif note != "pronoun" and (index or not _opens(words, vocabulary)):
            return cue, words[index:]
    last = words[-1:] if cue is not None and words[-1].text in vocabulary.also_names else ()
    return cue, last  # Bu Ning, Ibu Putri


def _opens(words: tuple[Word, ...], vocabulary: Vocabulary) -> bool:
    """Whether the first word of a run is an ordinary one that opens a sentence: *Kemarin Ibu Ponirah*."""
    first = words[0].text
    if vocabulary.note(first) in _OPENING or is_formed(first):
        return True
    following = vocabulary.note(words[1].text) if len(words) > 2 else ""
    if vocabulary.is_name(first):
        return False
    common = len(words) > 1 and vocabulary.is_name(words[1].text) and vocabulary.are_words([first])
    return common or following in ROLES or following == "title"


def _cut(words: tuple[Word, ...], vocabulary: Vocabulary) -> tuple[Word, ...]:
    """The words up to the first that no name holds."""
    for index, word in enumerate(words):
        note = vocabulary.note(word.text)
        if vocabulary.is_name(word.text) or note in {"title", "kin", "joins"}:
            continue
        if note or is_formed(word.text):
            ends = note in ROLES or note in {"office", "word", "number", ""}
            return words[:index] if ends or vocabulary.is_name(words[0].text) else ()
    return words


def _is_acronym(words: tuple[Word, ...], vocabulary: Vocabulary) -> bool:
    """Whether capitals only look like a name: BSIR, KPKNL Malang, initials."""
    if any(vocabulary.is_name(word.text) for word in words):
        return False
    return any(word.upper for word in words) or all(len(word.text) < 3 for word in words)


def _company(run: Run, words: tuple[Word, ...]) -> Mention | None:
    if len(words) < 2:
        return None
    return Mention(words[0].start, run.end, words[0].start, run.end, Role.COMPANY, True, "company")


def _weighed(
    text: str, run: Run, words: tuple[Word, ...], inner: Cue | None, outer: Cue | None, vocabulary: Vocabulary
) -> Mention:
    name_start, name_end = words[0].start, words[-1].end
    name_end -= text[name_end - 1] == "." and len(words[-1].text) > 3
    graded = degree(text, name_end)
    years = age(text, graded)
    following = apposition(text, graded, vocabulary)
    told, named_so = sourced(text, run.start, graded, aged=years is not None)
    outer = Cue("private", 0) if told and _tells(outer) else outer
    cues = [cue for cue in (inner, outer, following) if cue is not None]
    held = (
        following is not None and following.note == "office" and outer is not None and outer.note == "private"
    )
    role = Role.OFFICIAL if held else _role(cues, years[0] if years else None)
    listed = any(vocabulary.is_name(word.text) for word in words)
    unlisted = _unlisted(words, vocabulary) and not (len(words) == 1 and text.startswith(_THAT, name_end))
    named = listed or called(text, run.start, run.end, outer) or unlisted
    telling = cues if named else [cue for cue in cues if not _ambiguous(cue, outer)]
    if not named and vocabulary.are_words(word.text for word in words):
        telling = [cue for cue in telling if cue.note not in ROLES]  # pegawai negeri sipil, guru penggerak
    why = _why(telling, years is not None, graded > name_end, identifier(text, graded))
    return Mention(
        start=run.start if inner else name_start,
        end=years[1] if years else graded,
        name_start=name_start,
        name_end=name_end,
        role=role,
        sure=bool(why) or named,
        why=why or ("name list" if listed else "no word" if named else "capitals"),
        age=years[0] if years else None,
        listed=named,
        speaks=outer is not None
        and ((outer.note == "speaker" and not told) or (named_so and outer.note == "office")),
        told=told,
    )


def _unlisted(words: tuple[Word, ...], vocabulary: Vocabulary) -> bool:
    """Whether capitals are a name though none is listed: no words, or two that people are named by."""
    if any(word.upper for word in words):
        return False
    known = [word.text for word in words if not vocabulary.is_strange(word.text)]
    return not known or (len(words) > 1 and vocabulary.also_names.issuperset(known))


def _tells(cue: Cue | None) -> bool:
    """Whether a word says whom a sentence quotes, not whom it names next."""
    return cue is not None and (cue.note in ROLES or cue.note in {"office", "title"})


def _ambiguous(cue: Cue, outer: Cue | None) -> bool:
    """Whether a role may say where somebody is from, as in *warga Klaten*, or stands far off."""
    return cue is outer and cue.note == "private" and (cue.distance == 0 or cue.distance > 3)


def _role(cues: list[Cue], years: int | None) -> Role:
    """The part that the nearest telling word gives; a child where the age says so."""
    notes = [cue.note for cue in sorted(cues, key=lambda cue: cue.distance)]
    if years is not None and years < _ADULT:
        return Role.CHILD
    telling = next((note for note in notes if note in ROLES or note == "office"), "")
    if telling == "office":
        return Role.OFFICIAL
    if telling:
        return Role(telling)
    return Role.PRIVATE if years is not None or set(notes) - {"speaker"} else Role.UNKNOWN


def _why(cues: list[Cue], aged: bool, graded: bool, numbered: bool) -> str:
    found = iter(
        reason
        for holds, reason in (
            (any(cue.note in ROLES for cue in cues), "role"),
            (any(cue.note in {"title", "kin"} for cue in cues), "title"),
            (any(cue.note == "office" for cue in cues), "office"),
            (any(cue.note == "label" for cue in cues), "label"),
            (aged, "age"),
            (graded, "degree"),
            (numbered, "identifier"),
        )
        if holds
    )
    return next(found, "")
