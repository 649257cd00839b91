package edgex.toolchain.aot;

import java.nio.file.Path;

/**
 * What one compilation gave.
 *
 * @param elf the program
 * @param upToDate nothing had changed, so neither TeaVM nor gcc ran
 * @param translateNanos time spent in TeaVM
 * @param compileNanos time spent in gcc
 * @param diagnostics what gcc said though it succeeded; empty when it said nothing
 */
public record AotResult(
    Path elf, boolean upToDate, long translateNanos, long compileNanos, String diagnostics) {}
