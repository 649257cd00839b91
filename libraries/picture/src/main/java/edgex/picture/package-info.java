/**
 * Pictures: PGM and PNG files decoded, scaled, and turned into tensors.
 *
 * <p>A file is untrusted: whatever its bytes, decoding ends in a picture or in a {@link
 * edgex.picture.PictureFormatException}.
 */
package edgex.picture;
