package edgex.host.machine;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the guest said on its second serial line.
 *
 * @param files by guest path, checked against their check sums; never to be changed
 * @param missing the files that were asked for and are not there
 * @param exitStatus of the command; absent if the guest did not come so far
 * @param panicked the kernel said that it cannot go on
 * @param damage what could not be understood; the records before it are good
 */
public record HostLinkReport(
    Map<String, ByteBuffer> files,
    List<String> missing,
    OptionalInt exitStatus,
    boolean panicked,
    Optional<String> damage) {}
