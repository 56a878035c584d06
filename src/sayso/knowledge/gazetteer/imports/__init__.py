"""Reading places from files that others publish, and from the user's own tables, into rows of the gazetteer."""

from sayso.knowledge.gazetteer.imports.forms import FORMS, Imported, import_places

__all__ = ["FORMS", "Imported", "import_places"]
