package edgex.apps.tools;

import edgex.abi.service.Files;

/**
 * A tree of files in its place.
 *
 * @param path where it is mounted, such as {@code /tmp}
 * @param files the service
 */
record FileTree(String path, Files files) {}
