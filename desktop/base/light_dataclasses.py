"""Plain value classes as of the standard `dataclasses`, made in a twentieth of the time.

The standard decorator loads `inspect` and writes, compiles and runs six methods for every class, nearly a
millisecond each; a fresh process that shall print one paper defines thirty of them first. Here one method is
written, the constructor; the others are shared. To type checkers these are the standard ones, and to its own
functions too (`fields`, `asdict`, `is_dataclass`): what those ask for is made when they ask.

Only what our values need is there: all fields in slots and in the constructor, no inheritance, no ClassVar.
"""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NoReturn

_UNGIVEN: Any = object()


class _Made:
    """A default that is made anew for every value."""

    def __init__(self, factory: Callable[[], Any]) -> None:
        self.factory = factory


class _StandardFields:
    """What the standard functions read, as the standard decorator would have left it."""

    def __init__(self, annotations: dict[str, Any], defaults: dict[str, Any]) -> None:
        self._annotations, self._defaults = annotations, defaults
        self._found: dict[str, Any] | None = None

    def __get__(self, _value: object, owner: type) -> dict[str, Any]:
        if self._found is None:
            import dataclasses

            described = [(name, kind, self._described(name)) for name, kind in self._annotations.items()]
            made: Any = dataclasses.make_dataclass(owner.__name__, described)
            self._found = made.__dataclass_fields__
        return self._found

    def _described(self, name: str) -> Any:
        import dataclasses

        if name not in self._defaults:
            return dataclasses.field()
        default = self._defaults[name]
        if isinstance(default, _Made):
            return dataclasses.field(default_factory=default.factory)
        return dataclasses.field(default_factory=lambda: default)  # never copied, so it may be a list or value


def _field(*, default_factory: Callable[[], Any]) -> Any:
    return _Made(default_factory)


def _replace(value: Any, /, **changes: Any) -> Any:
    for name in value.__match_args__:
        if name not in changes:
            changes[name] = getattr(value, name)
    return type(value)(**changes)


def _dataclass(*, slots: bool, frozen: bool = False, eq: bool = True) -> Callable[[type], type]:
    if not slots:
        raise TypeError("light dataclasses have slots")

    def made(cls: type) -> type:
        kept = dict(cls.__dict__)
        annotations: dict[str, Any] = kept.get("__annotations__", {})
        names = tuple(annotations)
        defaults = {name: kept.pop(name) for name in names if name in kept}
        for name in ("__dict__", "__weakref__"):
            kept.pop(name, None)
        kept |= {"__slots__": names, "__match_args__": names, "__reduce__": _reduce}
        kept.setdefault("__repr__", _repr)
        kept["__dataclass_fields__"] = _StandardFields(annotations, defaults)
        if frozen:
            kept |= {"__setattr__": _refuse, "__delattr__": _refuse}
        if eq:
            kept |= _equality(names, frozen)
        slotted = type(cls)(cls.__name__, cls.__bases__, kept)
        slotted.__init__ = _constructor(slotted, names, defaults, frozen)  # type: ignore[misc]
        return slotted

    return made


def _constructor(cls: type, names: tuple[str, ...], defaults: dict[str, Any], frozen: bool) -> Any:
    parameters, lines, known = ["self"], [], {"_UNGIVEN": _UNGIVEN}
    for name in names:
        given, default = name, defaults.get(name, _UNGIVEN)
        if isinstance(default, _Made):
            parameters.append(f"{name}=_UNGIVEN")
            known[f"_make_{name}"] = default.factory
            given = f"_make_{name}() if {name} is _UNGIVEN else {name}"
        elif name in defaults:
            parameters.append(f"{name}=_default_{name}")
            known[f"_default_{name}"] = default
        else:
            parameters.append(name)
        if frozen:
            known[f"_set_{name}"] = cls.__dict__[name].__set__
            lines.append(f" _set_{name}(self, {given})")
        else:
            lines.append(f" self.{name} = {given}")
    # Of names that our own modules declare, as the standard decorator does it.
    exec(f"def __init__({', '.join(parameters)}):\n" + "\n".join(lines or [" pass"]), known)  # noqa: S102
    made = known["__init__"]
    made.__qualname__ = f"{cls.__qualname__}.__init__"
    return made


def _equality(names: tuple[str, ...], frozen: bool) -> dict[str, Any]:
    values: Callable[[Any], Any] = attrgetter(*names) if names else lambda _: ()

    def __eq__(self: Any, other: object) -> Any:  # noqa: N807
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    def __hash__(self: Any) -> int:  # noqa: N807
        return hash(values(self))

    return {"__eq__": __eq__, "__hash__": __hash__ if frozen else None}


def _repr(self: Any) -> str:
    values = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__match_args__)
    return f"{type(self).__qualname__}({values})"


def _reduce(self: Any) -> tuple[type, tuple[Any, ...]]:
    return type(self), tuple(getattr(self, name) for name in self.__match_args__)


def _refuse(_self: Any, name: str, *_value: Any) -> NoReturn:
    from dataclasses import FrozenInstanceError

    raise FrozenInstanceError(f"cannot change field {name!r}")


if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
    from dataclasses import field as field
    from dataclasses import replace as replace
else:
    dataclass, field, replace = _dataclass, _field, _replace
