package edgex.services.supervisor;

import edgex.manifest.Component;
import java.util.List;

/**
 * What a process is to be started with.
 *
 * @param number badge of its fault capability
 * @param name for lists and logs
 * @param component whose grants, limits and priority it gets
 * @param program the file, or null for the component's own program
 * @param arguments of its main method
 * @param streams its ends of streams
 */
record ProcessRequest(
    int number,
    String name,
    Component component,
    ProgramFile program,
    List<String> arguments,
    List<StreamEnd> streams) {}
