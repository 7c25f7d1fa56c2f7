"""An explanation as a text tree and as a small graph."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from plangraph.network import Network
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

WORDS = {
    "asserted": Words("計画の事実です。", "stated in the plan's data."),
    "because": Words("なぜなら", "because"),
    "above": Words("（上で示した）", "(shown above)"),
    "source": Words("出典", "source"),
}


def tree(explanation: Mapping[str, Any], lang: str = "ja") -> str:
    """Write an explanation as a tree, the conclusion on top.

    Parameters
    ----------
    explanation : mapping
        What :func:`plangraph.reasoning.explain` gives.
    lang : str
        ``ja`` or ``en``.
    """
    statement = explanation["statement"]
    steps = {_key(step["conclusion"]): step for step in explanation["steps"]}
    return "\n".join(_lines(statement, steps, lang, "", set()))


def _lines(
    statement: Mapping[str, Any], steps: Mapping[Any, Any], lang: str, indent: str, shown: set[Any]
) -> Iterator[str]:
    step = steps.get(_key(statement))
    text = statement["text"][lang]
    if step is None:
        yield f"{text} {_grounds(statement, lang)}"
        return
    if _key(statement) in shown:
        yield f"{text} {WORDS['above'].of(lang)}"
        return
    shown.add(_key(statement))
    yield text
    yield f"{indent}  {WORDS['because'].of(lang)}: {step['axiom_label'][lang]} [{step['rule']}]"
    for number, premise in enumerate(step["premises"], 1):
        last = number == len(step["premises"])
        first, *rest = _lines(premise, steps, lang, indent + ("     " if last else "  │  "), shown)
        yield f"{indent}  {'└─' if last else '├─'} {first}"
        yield from rest


def _grounds(statement: Mapping[str, Any], lang: str) -> str:
    said = [statement["basis_label"][lang]] if statement.get("basis_label") else []
    if statement.get("source"):
        said.append(f"{WORDS['source'].of(lang)}: {statement['source']['labels'][lang]}")
    if statement.get("rationale"):
        said.append(statement["rationale"][lang] or "")
    return f"[{' · '.join(said)}]" if said else f"— {WORDS['asserted'].of(lang)}"


def drawn(explanation: Mapping[str, Any]) -> Network:
    """Return an explanation as a small network: facts as full edges, what follows as thin ones."""
    network = Network()
    said = [explanation["statement"], *(premise for step in explanation["steps"] for premise in step["premises"])]
    facts = {_key(one) for one in said if one.get("asserted", explanation["asserted"])}
    for one in said:
        for part in ("subject", "object"):
            words = one["labels"][part]
            network.add_node(
                one[part], label_ja=words["ja"], label_en=words["en"], kind=one["kinds"][part], kind_ja="", kind_en=""
            )
        words = one["labels"]["predicate"]
        basis = (one.get("basis") or "") if _key(one) in facts else "Inferred"
        network.add_edge(
            one["subject"], one["object"], key=one["predicate"], relation=one["predicate"], basis=basis,
            label_ja=words["ja"], label_en=words["en"],
        )  # fmt: skip
    return network


def _key(statement: Mapping[str, Any]) -> tuple[str, str, str]:
    return statement["subject"], statement["predicate"], statement["object"]
