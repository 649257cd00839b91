package edgex.services.supervisor;

/**
 * The content of a program file.
 *
 * @param memory capability of the content
 * @param sizeBytes its length
 */
record ProgramFile(int memory, long sizeBytes) {}
