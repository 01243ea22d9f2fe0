from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bcp_planner.storage.order import STRIDE, numbered

keys = st.lists(st.text("abcdefgh", min_size=1, max_size=2), unique=True, max_size=12)


def sorted_by(numbers: dict[str, int]) -> list[str]:
    return sorted(numbers, key=lambda key: numbers[key])


@given(st.dictionaries(st.text("abcdefgh", min_size=1, max_size=2), st.integers(-50, 50)), keys)
def test_the_numbers_put_keys_in_the_given_order(drawn: dict[str, int], order: list[str]) -> None:
    distinct = {key: number * 100 + i for i, (key, number) in enumerate(drawn.items())}
    known = {key: number for key, number in distinct.items() if key in order}
    changed = numbered(order, known, shuffled=True)
    assert sorted_by({**known, **changed}) == order
    assert all(known.get(key) != number for key, number in changed.items())


@given(keys, keys)
def test_new_keys_at_the_end_move_nothing(old: list[str], new: list[str]) -> None:
    known = {key: index * STRIDE for index, key in enumerate(old)}
    added = [key for key in new if key not in known]
    assert set(numbered([*old, *added], known, shuffled=False)) == set(added)


def test_one_key_moved_renumbers_one_key() -> None:
    known = {key: index * STRIDE for index, key in enumerate("abcdef")}
    assert numbered(list("eabcdf"), known, shuffled=True).keys() == {"e"}
    assert numbered(list("bcdefa"), known, shuffled=True).keys() == {"a"}


def test_a_gap_that_is_used_up_renumbers_the_list() -> None:
    known = {"a": 0, "b": 1}
    changed = numbered(["a", "x", "b"], known, shuffled=False)
    assert changed == {"x": STRIDE, "b": 2 * STRIDE}


def test_insertions_at_one_place_seldom_renumber() -> None:
    order, numbers, renumbered = ["first", "last"], {"first": 0, "last": STRIDE}, 0
    for index in range(100):
        order.insert(1, f"n{index}")
        changed = numbered(order, numbers, shuffled=False)
        renumbered += len(changed) > 1
        numbers.update(changed)
        assert sorted_by(numbers) == order
    assert renumbered <= 11
