/**
 * The ahead-of-time compiler: Java class files become one closed-world C program (TeaVM), which gcc
 * turns into an ELF file for the bare machine, for an EdgeX process, or for Linux.
 *
 * <p>{@link edgex.toolchain.aot.AotCompiler} is the entry; {@link edgex.toolchain.aot.AotProgram}
 * says what to compile.
 */
package edgex.toolchain.aot;
