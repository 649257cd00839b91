package edgex.abi.service;

import edgex.abi.declare.Text;

/**
 * One entry of a directory.
 *
 * @param name without the directory
 * @param kind {@link FileStatus#FILE} or {@link FileStatus#DIRECTORY}
 * @param sizeBytes length of a file; number of entries of a directory
 */
public record DirectoryEntry(
    @Text(maximumBytes = Files.MAXIMUM_PATH_BYTES) String name, int kind, long sizeBytes) {}
