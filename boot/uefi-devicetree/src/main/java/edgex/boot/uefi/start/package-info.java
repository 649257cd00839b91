/** The boot loader for UEFI on machines that a device tree describes: ARM64 and RISC-V. */
package edgex.boot.uefi.start;
