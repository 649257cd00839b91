/**
 * Other systems on the same QEMU, measured in the same run as EdgeX. {@link
 * edgex.bench.peers.LinuxPeer} is the way in.
 */
package edgex.bench.peers;
