package edgex.runtime.image;

/**
 * One file of the image.
 *
 * @param name path without leading slash
 * @param offset where its content starts, page-aligned
 * @param sizeBytes length of the content
 * @param program whether it may be started
 */
public record ImageEntry(String name, long offset, long sizeBytes, boolean program) {}
