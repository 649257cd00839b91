package edgex.runtime.program;

import java.util.List;

/**
 * What a process is started with.
 *
 * @param name that it finds in its start block
 * @param arguments of its main method
 * @param environment texts of the form {@code NAME=value}
 * @param capabilities beside its own process and thread
 * @param limits what it may use
 * @param faultEndpoint handle with SEND, badged; 0: faults stop it without a word
 */
public record ProcessDescription(
    String name,
    List<String> arguments,
    List<String> environment,
    List<NamedCapability> capabilities,
    ProcessLimits limits,
    int faultEndpoint) {}
