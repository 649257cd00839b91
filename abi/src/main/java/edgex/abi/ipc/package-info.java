/**
 * Messages between processes as the generated clients and dispatchers see them. The runtime puts
 * them on the kernel's endpoints; tests put them in memory.
 */
package edgex.abi.ipc;
