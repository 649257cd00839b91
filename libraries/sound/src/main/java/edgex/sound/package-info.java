/**
 * Sound: WAV files decoded to one channel of numbers, and brought to another rate.
 *
 * <p>A file is untrusted: whatever its bytes, decoding ends in a sound or in a {@link
 * edgex.sound.SoundFormatException}.
 */
package edgex.sound;
