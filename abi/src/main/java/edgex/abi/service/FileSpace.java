package edgex.abi.service;

/**
 * The quota of a tree of files.
 *
 * @param usedBytes taken by contents and names
 * @param limitBytes most that may be taken; equal to used in a read-only tree
 */
public record FileSpace(long usedBytes, long limitBytes) {}
