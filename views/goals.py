"""The goal tree of a document: programma, doel, subdoel and prestatie with their codes, each a link to its place."""

import streamlit as st

from index.store.rows import DocumentRow
from index.tracing.goals import Branch, branches
from views.links import document_address, show_link
from views.shared import open_library
from views.words import goal_name


def show_goals(row: DocumentRow) -> None:
    """The tree, folded away; nothing where no goals were read."""
    found = branches(open_library().facts("goal", document_id=row.id))
    if not found:
        return
    with st.expander(f"Doelenboom ({len(found)})"):
        for branch in found:
            goal = branch.goal
            show_link(in_words(branch), document_address(row, branch.row.page, goal.start, goal.end))


def in_words(branch: Branch) -> str:
    """A goal on one line, indented by how deep it hangs: "· · Prestatie 1.2.1: Jeugdboa's op straat"."""
    return f"{'· ' * branch.depth}{goal_name(branch.goal)}: {branch.goal.label}"
