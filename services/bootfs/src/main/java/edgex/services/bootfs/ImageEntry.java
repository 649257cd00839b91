package edgex.services.bootfs;

/**
 * One file of the image.
 *
 * @param name path without leading slash
 * @param offset where its content starts, page-aligned
 * @param sizeBytes length of the content
 * @param program whether it may be started
 */
record ImageEntry(String name, long offset, long sizeBytes, boolean program) {}
