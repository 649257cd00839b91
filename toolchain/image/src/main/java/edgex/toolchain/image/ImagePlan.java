package edgex.toolchain.image;

import edgex.manifest.Manifest;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;

/**
 * What an image consists of, before anything is compiled.
 *
 * @param name the image's name
 * @param board the machine it is for
 * @param root the program of the root process
 * @param programs the programs of all components, each once, in order of name
 * @param manifest what the supervisor is told
 * @param files further files: path in the image to file on this machine
 */
public record ImagePlan(
    String name,
    Board board,
    ProgramPlan root,
    List<ProgramPlan> programs,
    Manifest manifest,
    SortedMap<String, Path> files) {}
