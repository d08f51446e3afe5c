package io.github.confgate.source;

/**
 * A resolved range.
 *
 * @param base the revision that policy and evidence come from
 * @param head the revision that is judged
 * @param mergeBase what head is compared with
 */
public record Range(Revision base, Revision head, Revision mergeBase) {}
