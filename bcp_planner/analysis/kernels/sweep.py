"""What every single failure takes down, for all services at once.

Bit x in the row of a service says that the service goes down when x alone fails, at whatever
time. Providers come first, so a row is made of finished rows: all providers needed is the union
of their rows, one of them the intersection, k of n a count. Inside a dependency cycle the rows
grow until nothing changes, which is the least solution of semantics.md 2. Bits are taken in
blocks that fit the processor's cache.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from bcp_planner.analysis.kernels.jit import helper, kernel

Ints = npt.NDArray[np.int64]
Words = npt.NDArray[np.uint64]
Bytes = npt.NDArray[np.uint8]
Needs = tuple[Ints, Ints, Ints, Ints, Ints, Ints, Ints]
"""What ``_prepare`` returns."""

WORDS_AT_ONCE = 32
"""Words of 64 bits in a block."""

_AT_ONCE = 8
_SMALL = 8
_COUNTED = 248
"""Rows that are counted in the small planes, eight at a time, before these are emptied."""

_ZERO = np.uint64(0)
_ONE = np.uint64(1)
_FULL = np.uint64(0xFFFFFFFFFFFFFFFF)
_ODD = np.uint64(0x5555555555555555)
_PAIRS = np.uint64(0x3333333333333333)
_NIBBLES = np.uint64(0x0F0F0F0F0F0F0F0F)
_BYTE = np.uint64(0x7F)
_SHIFT = (np.uint64(1), np.uint64(2), np.uint64(4), np.uint64(8), np.uint64(16), np.uint64(32))


@helper
def _ones(word: np.uint64) -> np.int64:
    """Return how many bits of a word are set."""
    word = word - ((word >> _SHIFT[0]) & _ODD)
    word = (word & _PAIRS) + ((word >> _SHIFT[1]) & _PAIRS)
    word = (word + (word >> _SHIFT[2])) & _NIBBLES
    word += word >> _SHIFT[3]
    word += word >> _SHIFT[4]
    word += word >> _SHIFT[5]
    return np.int64(word & _BYTE)


@helper
def _lost(
    bits: Words, filled: Bytes, members: Ints, begin: int, end: int, missing: int, out: Words
) -> bool:
    """Set in ``out`` the bits with which at least ``missing`` of the members are down.

    Returns whether any is set; ``out`` holds nothing of use otherwise.
    """
    there = 0
    for place in range(begin, end):
        there += np.int64(filled[members[place]])
    if there < missing:
        return False
    width = len(out)
    if missing == end - begin:
        for word in range(width):
            out[word] = _FULL
        for place in range(begin, end):
            member = members[place]
            for word in range(width):
                out[word] &= bits[member, word]
    else:
        planes = np.zeros((_planes(end - begin), width), np.uint64)
        for place in range(begin, end):
            if filled[members[place]] == 1:
                _add_row(planes, bits, members[place])
        _at_least(planes, missing, out)
    anything = _ZERO
    for word in range(width):
        anything |= out[word]
    return anything != _ZERO


@helper
def _planes(largest: int) -> int:
    """Return how many binary digits a number has."""
    digits = 1
    while (1 << digits) <= largest:
        digits += 1
    return digits


@helper
def _add_row(planes: Words, bits: Words, row: int) -> None:
    """Count one more in every column whose bit is set."""
    for word in range(bits.shape[1]):
        carry = bits[row, word]
        for digit in range(len(planes)):
            kept = planes[digit, word] & carry
            planes[digit, word] ^= carry
            carry = kept


@helper
def _at_least(planes: Words, least: int, out: Words) -> None:
    """Set the bits of columns that counted at least so many, comparing digit by digit."""
    for word in range(len(out)):
        above, equal = _ZERO, _FULL
        for digit in range(len(planes) - 1, -1, -1):
            plane = planes[digit, word]
            if (least >> digit) & 1:
                equal &= plane
            else:
                above |= equal & plane
                equal &= ~plane
        out[word] = above | equal


@helper
def _added(a: np.uint64, b: np.uint64, c: np.uint64) -> tuple[np.uint64, np.uint64]:
    """Add three bits in every place: return the sums and the carries."""
    differ = a ^ b
    return differ ^ c, (a & b) | (differ & c)


@helper
def _count_eight(small: Words, bits: Words, rows: Ints) -> None:
    """Count eight rows in the small planes, then carry what comes to eight or more."""
    r0, r1, r2, r3 = rows[0], rows[1], rows[2], rows[3]
    r4, r5, r6, r7 = rows[4], rows[5], rows[6], rows[7]
    for word in range(bits.shape[1]):
        ones, twos, fours = small[0, word], small[1, word], small[2, word]
        ones, a = _added(ones, bits[r0, word], bits[r1, word])
        ones, b = _added(ones, bits[r2, word], bits[r3, word])
        twos, c = _added(twos, a, b)
        ones, a = _added(ones, bits[r4, word], bits[r5, word])
        ones, b = _added(ones, bits[r6, word], bits[r7, word])
        twos, d = _added(twos, a, b)
        fours, carry = _added(fours, c, d)
        small[0, word], small[1, word], small[2, word] = ones, twos, fours
        for digit in range(3, _SMALL):
            kept = small[digit, word] & carry
            small[digit, word] ^= carry
            carry = kept


@helper
def _merge(planes: Words, small: Words) -> None:
    """Add the small planes to the large ones and empty them."""
    for word in range(small.shape[1]):
        carry = _ZERO
        for digit in range(_SMALL):
            total, carry = _added(planes[digit, word], small[digit, word], carry)
            planes[digit, word] = total
            small[digit, word] = _ZERO
        for digit in range(_SMALL, len(planes)):
            if carry == _ZERO:
                break
            kept = planes[digit, word] & carry
            planes[digit, word] ^= carry
            carry = kept


@helper
def _read_counts(planes: Words, group: Ints, begin: int, into: Ints) -> None:
    """Write the counts of a block of columns to the services that the columns stand for."""
    for place in range(begin, min(len(group), begin + 64 * planes.shape[1])):
        word, bit = (place - begin) >> 6, np.uint64((place - begin) & 63)
        count = 0
        for digit in range(len(planes)):
            count += np.int64((planes[digit, word] >> bit) & _ONE) << digit
        into[group[place]] += count


@helper
def _prepare(
    first: Ints,
    provider: Ints,
    needed: Ints,
    carries: Ints,
    own_first: Ints,
    own: Ints,
    group: Ints,
    row_of: Ints,
) -> Needs:
    """Return what takes the service at each place along, with the rows of providers.

    Services are taken by place and requirements in the order of use: memory is read forward.

    Returns:
        Where the providers that each place cannot do without begin, and their rows; where its
        redundant requirements begin, the requirements, where the rows of each of these begin,
        the rows, and how many must be lost.
    """
    row_of_service = np.empty(len(group), np.int64)
    for place in range(len(group)):
        row_of_service[group[place]] = row_of[place]
    sole_first, need_first = np.zeros(len(group) + 1, np.int64), np.zeros(len(group) + 1, np.int64)
    sole, members = np.empty(len(provider), np.int64), np.empty(len(provider), np.int64)
    need, lacking = np.empty(len(own), np.int64), np.empty(len(own), np.int64)
    member_first = np.zeros(len(own) + 1, np.int64)
    alone, filling, end = 0, 0, 0
    for place in range(len(group)):
        for position in range(own_first[group[place]], own_first[group[place] + 1]):
            requirement = own[position]
            if carries[requirement] == 0:
                continue
            low, high = first[requirement], first[requirement + 1]
            if high - low == needed[requirement]:
                for edge in range(low, high):
                    sole[alone] = row_of_service[provider[edge]]
                    alone += 1
                continue
            for edge in range(low, high):
                members[end] = row_of_service[provider[edge]]
                end += 1
            need[filling] = requirement
            lacking[filling] = high - low - needed[requirement] + 1
            filling += 1
            member_first[filling] = end
        sole_first[place + 1], need_first[place + 1] = alone, filling
    return sole_first, sole, need_first, need, member_first, members, lacking


@helper
def _mark_themselves(bits: Words, filled: Bytes, row_of: Ints, begin: int, column: int) -> None:
    """Let the services of a block take themselves down; all other rows hold nothing yet.

    A row holds nothing of use until it is marked as filled.
    """
    filled[:] = 0
    for place in range(max(begin, column), min(len(row_of), column + bits.shape[1] * 64)):
        offset, row = place - column, row_of[place]
        if filled[row] == 0:
            filled[row] = 1
            for word in range(bits.shape[1]):
                bits[row, word] = _ZERO
        bits[row, offset >> 6] |= _ONE << np.uint64(offset & 63)


@helper
def _join(bits: Words, filled: Bytes, row: int, lost: Words) -> None:
    """Add to a row what loses a redundant requirement."""
    for word in range(bits.shape[1]):
        kept = bits[row, word] if filled[row] == 1 else _ZERO
        bits[row, word] = kept | lost[word]
    filled[row] = 1


@helper
def _total_of(bits: Words, filled: Bytes, row: int) -> np.int64:
    """Return how many bits of a row are set."""
    total = np.int64(0)
    if filled[row] == 1:
        for word in range(bits.shape[1]):
            total += _ones(bits[row, word])
    return total


@helper
def _note(
    lost: Words,
    offset: int,
    column: int,
    requirement: int,
    group: Ints,
    common: Ints,
    example: Ints,
) -> None:
    """Note what loses a redundant requirement, its dependant (at ``offset``) left out."""
    if 0 <= offset < len(lost) * 64:
        lost[offset >> 6] &= ~(_ONE << np.uint64(offset & 63))
    total = np.int64(0)
    for word in range(len(lost)):
        total += _ones(lost[word])
    if total > 0 and example[requirement] < 0:
        example[requirement] = group[column + _first_bit(lost)]
    common[requirement] += total


@helper
def _note_cycle(
    bits: Words,
    filled: Bytes,
    begin: int,
    end: int,
    column: int,
    group: Ints,
    needs: Needs,
    scratch: Words,
    common: Ints,
    example: Ints,
) -> None:
    """Note what loses the redundant requirements of a cycle whose rows are final."""
    _, _, need_first, need, member_first, members, lacking = needs
    for place in range(begin, end):
        for at in range(need_first[place], need_first[place + 1]):
            low, high = member_first[at], member_first[at + 1]
            if _lost(bits, filled, members, low, high, lacking[at], scratch):
                _note(scratch, place - column, column, need[at], group, common, example)


@helper
def _settle(
    bits: Words,
    filled: Bytes,
    row_of: Ints,
    cycle: int,
    column: int,
    group_first: Ints,
    group: Ints,
    needs: Needs,
    scratch: Words,
    noted: bool,
    common: Ints,
    example: Ints,
) -> None:
    """Fill the rows of all dependency cycles from one on, each until it does not grow any more."""
    sole_first, sole, need_first, need, member_first, members, lacking = needs
    for number in range(cycle, len(group_first) - 1):
        begin, end = group_first[number], group_first[number + 1]
        # Services that share a row bring each other nothing new: one pass is enough.
        alone = row_of[begin] == row_of[end - 1]
        growing = True
        while growing:
            growing = False
            for place in range(begin, end):
                row = row_of[place]
                before = 0 if alone else _total_of(bits, filled, row)
                for position in range(sole_first[place], sole_first[place + 1]):
                    other = sole[position]
                    if filled[other] == 0:
                        continue
                    if filled[row] == 1:
                        for word in range(bits.shape[1]):
                            bits[row, word] |= bits[other, word]
                    else:
                        filled[row] = 1
                        for word in range(bits.shape[1]):
                            bits[row, word] = bits[other, word]
                for at in range(need_first[place], need_first[place + 1]):
                    low, high = member_first[at], member_first[at + 1]
                    if _lost(bits, filled, members, low, high, lacking[at], scratch):
                        _join(bits, filled, row, scratch)
                        if noted and end - begin == 1:
                            _note(scratch, place - column, column, need[at], group, common, example)
                growing = growing or (not alone and _total_of(bits, filled, row) > before)
        if noted and end - begin > 1:
            _note_cycle(bits, filled, begin, end, column, group, needs, scratch, common, example)


@helper
def _count_columns(
    bits: Words, filled: Bytes, row_of: Ints, begin: int, group: Ints, column: int, into: Ints
) -> None:
    """Count for every column of a block the places whose row has it, and store the counts."""
    planes = np.zeros((max(_SMALL, _planes(len(group))), bits.shape[1]), np.uint64)
    small = np.zeros((_SMALL, bits.shape[1]), np.uint64)
    waiting = np.empty(_AT_ONCE, np.int64)
    held, counted = 0, 0
    for place in range(begin, len(group)):
        if filled[row_of[place]] == 0:
            continue
        waiting[held] = row_of[place]
        held += 1
        if held == _AT_ONCE:
            _count_eight(small, bits, waiting)
            held = 0
            counted += _AT_ONCE
            if counted == _COUNTED:
                _merge(planes, small)
                counted = 0
    _merge(planes, small)
    for place in range(held):
        _add_row(planes, bits, waiting[place])
    _read_counts(planes, group, column, into)


@helper
def _first_bit(row: Words) -> int:
    """Return the lowest bit of a row that is not empty."""
    word = 0
    while row[word] == _ZERO:
        word += 1
    bit = 0
    while (row[word] >> np.uint64(bit)) & _ONE == _ZERO:
        bit += 1
    return 64 * word + bit


@kernel
def sweep(
    first: Ints,
    provider: Ints,
    needed: Ints,
    carries: Ints,
    own_first: Ints,
    own: Ints,
    group_first: Ints,
    group: Ints,
    twin: Ints,
    watched: Ints,
    details: int,
) -> tuple[Ints, Ints, Ints, Ints, Words]:
    """Return what each service takes down alone, and what takes each service down alone.

    Args:
        first: Where the providers of each requirement begin in ``provider``.
        provider: The providers.
        needed: How many of them must be up.
        carries: 1 for requirements whose loss takes the dependant down.
        own_first: Where the requirements of each dependant begin in ``own``.
        own: Requirements by dependant.
        group_first: Where the services of each dependency cycle begin in ``group``, the cycles
            of providers first.
        group: Services by cycle, and within a cycle by ``twin``.
        twin: Equal for services that always go down together.
        watched: For each service its row in the last result, -1 for services without one.
        details: 0 for the first result only, 1 for all but the second, 2 for all.

    Returns:
        For each service the number of others that it takes down, and the number of others that
        take it down. For each redundant requirement the number of single failures, other than
        its dependant's, that lose it, and one of them (-1: none). For each watched service its
        row of bits, in the order of ``group``.
    """
    count = len(group)
    taken, singles = np.full(count, -1, np.int64), np.full(count, -1, np.int64)
    common, example = np.zeros(len(needed), np.int64), np.full(len(needed), -1, np.int64)
    words = (count + 63) // 64
    blocks = max(1, (words + WORDS_AT_ONCE - 1) // WORDS_AT_ONCE)
    width = max(1, (words + blocks - 1) // blocks)
    rows = np.zeros((watched.max() + 1 if count else 0, blocks * width), np.uint64)
    row_of = _shared_rows(group, twin)
    needs = _prepare(first, provider, needed, carries, own_first, own, group, row_of)
    bits, filled = np.empty((count, width), np.uint64), np.empty(count, np.uint8)
    scratch = np.empty(width, np.uint64)
    cycle = 0
    for column in range(0, count, width * 64):
        while group_first[cycle + 1] <= column:
            cycle += 1
        start = group_first[cycle]
        _mark_themselves(bits, filled, row_of, start, column)
        _settle(
            bits,
            filled,
            row_of,
            cycle,
            column,
            group_first,
            group,
            needs,
            scratch,
            details > 0,
            common,
            example,
        )
        _count_columns(bits, filled, row_of, start, group, column, taken)
        if details == 0:
            continue
        for place in range(start, count):
            service, row = group[place], row_of[place]
            if filled[row] == 0:
                continue
            if details > 1:
                singles[service] += _total_of(bits, filled, row)
            if watched[service] >= 0:
                rows[watched[service], column >> 6 : (column >> 6) + width] = bits[row]
    return taken, singles, common, example, rows


@helper
def _shared_rows(group: Ints, twin: Ints) -> Ints:
    """Return the row of every place: services that always go down together share the first's."""
    row_of = np.arange(len(group))
    for place in range(1, len(group)):
        if twin[group[place]] == twin[group[place - 1]]:
            row_of[place] = row_of[place - 1]
    return row_of
