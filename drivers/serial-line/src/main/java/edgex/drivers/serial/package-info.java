/**
 * What the drivers of serial lines share: the process between a device and two streams, and windows
 * of registers, whether they are I/O ports or memory.
 */
package edgex.drivers.serial;
