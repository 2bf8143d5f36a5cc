"""How words get onto a page: fonts, measuring, wrapping, strips, tables, pages; no paper in particular."""

import sys
from importlib.util import LazyLoader, find_spec, module_from_spec

import PIL


def _put_off_pillow() -> None:
    """Let Pillow load at the first picture: ReportLab imports it for every paper, few have one."""
    name = "PIL.Image"
    spec = find_spec(name)
    if name in sys.modules or spec is None or spec.loader is None:
        return
    spec.loader = LazyLoader(spec.loader)
    module = module_from_spec(spec)
    # Also as the package's own: looked up among all modules, it would load at once.
    sys.modules[name] = vars(PIL)["Image"] = module
    spec.loader.exec_module(module)


_put_off_pillow()
