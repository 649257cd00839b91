/**
 * Pictures: PNG, JPEG, BMP, PGM and PPM files decoded, scaled, and turned into tensors; pictures
 * drawn on and written as PNG.
 *
 * <p>A file is untrusted: whatever its bytes, decoding ends in a picture or in a {@link
 * edgex.picture.PictureFormatException}.
 */
package edgex.picture;
