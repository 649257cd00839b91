/**
 * Turns {@code images/NAME.toml}, a board, component descriptions and compiled programs into a boot
 * image. {@link edgex.toolchain.image.ImagePlan} says what has to be compiled, {@link
 * edgex.toolchain.image.BootImageWriter} lays out the result.
 */
package edgex.toolchain.image;
