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

WORDS_AT_ONCE = 64
"""Words of 64 bits in a block."""

_COUNTED = 15
"""Rows that the four small planes of a column counter hold."""

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
    bits: Words, filled: Ints, members: Ints, begin: int, end: int, missing: int, out: Words
) -> None:
    """Set in ``out`` the bits with which at least ``missing`` of the members are down."""
    width = len(out)
    out[:] = _ZERO
    if missing == end - begin:
        for place in range(begin, end):
            if filled[members[place]] == 0:
                return
        out[:] = _FULL
        for place in range(begin, end):
            row = bits[members[place]]
            for word in range(width):
                out[word] &= row[word]
        return
    planes = np.zeros((_planes(end - begin), width), np.uint64)
    for place in range(begin, end):
        if filled[members[place]] == 1:
            _add_row(planes, bits[members[place]])
    _at_least(planes, missing, out)


@helper
def _planes(largest: int) -> int:
    """Return how many binary digits a number has."""
    digits = 1
    while (1 << digits) <= largest:
        digits += 1
    return digits


@helper
def _add_row(planes: Words, row: Words) -> None:
    """Count one more in every column whose bit is set."""
    for word in range(len(row)):
        carry = row[word]
        for digit in range(len(planes)):
            if carry == _ZERO:
                break
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
def _count_row(small: Words, row: Words) -> None:
    """Count a row in four small planes; only ``_COUNTED`` rows fit."""
    ones, twos, fours, eights = small[0], small[1], small[2], small[3]
    for word in range(len(row)):
        first = row[word]
        second = ones[word] & first
        ones[word] ^= first
        third = twos[word] & second
        twos[word] ^= second
        fourth = fours[word] & third
        fours[word] ^= third
        eights[word] ^= fourth


@helper
def _merge(planes: Words, small: Words) -> None:
    """Add the small planes to the large ones and empty them."""
    for word in range(small.shape[1]):
        carry = _ZERO
        for digit in range(4):
            total, added = planes[digit, word], small[digit, word]
            planes[digit, word] = total ^ added ^ carry
            carry = (total & added) | (carry & (total ^ added))
            small[digit, word] = _ZERO
        for digit in range(4, len(planes)):
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
        into[group[place]] = count


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
        group: Services by cycle.
        watched: For each service its row in the last result, -1 for services without one.
        details: 0 to leave out all results but the first.

    Returns:
        For each service the number of others that it takes down, and the number of others that
        take it down. For each redundant requirement the number of single failures, other than
        its dependant's, that lose it, and one of them (-1: none). For each watched service its
        row of bits, in the order of ``group``.
    """
    count = len(group)
    taken = np.zeros(count, np.int64)
    singles = np.zeros(count, np.int64)
    common = np.zeros(len(needed), np.int64)
    example = np.full(len(needed), -1, np.int64)
    words = (count + 63) // 64
    blocks = max(1, (words + WORDS_AT_ONCE - 1) // WORDS_AT_ONCE)
    width = max(1, (words + blocks - 1) // blocks)
    digits = max(4, _planes(count))
    rows = np.zeros((watched.max() + 1 if count else 0, blocks * width), np.uint64)
    # Services by their place in `group`, requirements in the order of use: memory is read forward.
    place_of = np.empty(count, np.int64)
    cycle_of = np.empty(count, np.int64)
    for number in range(len(group_first) - 1):
        for place in range(group_first[number], group_first[number + 1]):
            place_of[group[place]] = place
            cycle_of[place] = number
    members = np.empty(len(provider), np.int64)
    member_first = np.zeros(len(own) + 1, np.int64)
    need_first = np.zeros(count + 1, np.int64)
    need = np.empty(len(own), np.int64)
    filling = 0
    for place in range(count):
        service = group[place]
        for position in range(own_first[service], own_first[service + 1]):
            requirement = own[position]
            if carries[requirement] == 0:
                continue
            begin = member_first[filling]
            for edge in range(first[requirement], first[requirement + 1]):
                members[begin] = place_of[provider[edge]]
                begin += 1
            need[filling] = requirement
            filling += 1
            member_first[filling] = begin
        need_first[place + 1] = filling
    bits = np.empty((count, width), np.uint64)
    filled = np.zeros(count, np.int64)
    scratch = np.empty(width, np.uint64)
    for block in range(blocks):
        column = block * width * 64
        if column >= count:
            break
        filled[:] = 0
        planes = np.zeros((digits, width), np.uint64)
        small = np.zeros((4, width), np.uint64)
        counted = 0
        number = cycle_of[column]
        while number < len(group_first) - 1:
            begin, end = group_first[number], group_first[number + 1]
            number += 1
            for place in range(begin, end):
                bits[place, :] = _ZERO
                offset = place - column
                if 0 <= offset < width * 64:
                    bits[place, offset >> 6] = _ONE << np.uint64(offset & 63)
                    filled[place] = 1
            growing = True
            while growing:
                growing = False
                for place in range(begin, end):
                    row = bits[place]
                    for position in range(need_first[place], need_first[place + 1]):
                        requirement = need[position]
                        low, high = member_first[position], member_first[position + 1]
                        missing = high - low - needed[requirement] + 1
                        if missing == 1:
                            for member in range(low, high):
                                other = members[member]
                                if filled[other] == 0:
                                    continue
                                filled[place] = 1
                                source = bits[other]
                                if end - begin == 1:
                                    for word in range(width):
                                        row[word] |= source[word]
                                    continue
                                fresh = _ZERO
                                for word in range(width):
                                    fresh |= source[word] & ~row[word]
                                    row[word] |= source[word]
                                growing = growing or fresh != _ZERO
                            continue
                        _lost(bits, filled, members, low, high, missing, scratch)
                        fresh = _ZERO
                        for word in range(width):
                            fresh |= scratch[word] & ~row[word]
                            row[word] |= scratch[word]
                        if fresh != _ZERO:
                            filled[place] = 1
                            growing = end - begin > 1
            for place in range(begin, end):
                if filled[place] == 0:
                    continue
                row = bits[place]
                _count_row(small, row)
                counted += 1
                if counted == _COUNTED:
                    _merge(planes, small)
                    counted = 0
                if details == 0:
                    continue
                total = 0
                for word in range(width):
                    total += _ones(row[word])
                singles[group[place]] += total
                if watched[group[place]] >= 0:
                    rows[watched[group[place]], block * width : (block + 1) * width] = row
                for position in range(need_first[place], need_first[place + 1]):
                    requirement = need[position]
                    low, high = member_first[position], member_first[position + 1]
                    missing = high - low - needed[requirement] + 1
                    if missing == 1:
                        continue
                    _lost(bits, filled, members, low, high, missing, scratch)
                    offset = place - column
                    if 0 <= offset < width * 64:
                        scratch[offset >> 6] &= ~(_ONE << np.uint64(offset & 63))
                    for word in range(width):
                        if scratch[word] == _ZERO:
                            continue
                        common[requirement] += _ones(scratch[word])
                        if example[requirement] < 0:
                            bit = 0
                            while (scratch[word] >> np.uint64(bit)) & _ONE == _ZERO:
                                bit += 1
                            example[requirement] = group[column + 64 * word + bit]
        _merge(planes, small)
        _read_counts(planes, group, column, taken)
    for service in range(count):
        taken[service] -= 1
        singles[service] -= 1
    return taken, singles, common, example, rows
