/**
 * Driver of the PL011 serial line (Arm DDI 0183, "PrimeCell UART (PL011)", revision r1p5). A user
 * process: it holds a page of registers, one interrupt line, two streams.
 */
package edgex.drivers.uartpl011;
