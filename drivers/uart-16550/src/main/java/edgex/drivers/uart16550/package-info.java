/**
 * Driver of the 16550 serial line (National Semiconductor PC16550D data sheet, June 1995), as PCs
 * have it at COM1 to COM4. A user process: it holds eight ports, one interrupt line, two streams.
 */
package edgex.drivers.uart16550;
