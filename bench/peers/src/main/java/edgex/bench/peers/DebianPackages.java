package edgex.bench.peers;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Packages of the host's Debian archive, downloaded into a folder and unpacked there; nothing is
 * installed. What the folder holds already is used as it is, so later runs need no network and
 * measure the same version.
 */
final class DebianPackages {
  private static final Duration DOWNLOAD_LIMIT = Duration.ofMinutes(10);
  private static final Duration LOCAL_LIMIT = Duration.ofMinutes(2);

  private final Path folder;
  private final Consumer<String> progress;

  /**
   * Uses FOLDER, which is made if need be.
   *
   * @param progress is told of work that may take long
   */
  DebianPackages(Path folder, Consumer<String> progress) throws IOException {
    this.folder = Files.createDirectories(folder).toAbsolutePath();
    this.progress = progress;
  }

  /**
   * The contents of a package, as they would lie under the root folder.
   *
   * @throws PeerException if it is not here and apt cannot get it
   */
  Path contents(String packageName) throws IOException {
    List<Path> present = packageFiles(folder, packageName);
    return unpack(present.isEmpty() ? download(packageName) : newest(present));
  }

  /**
   * The contents of the package on which a meta package depends.
   *
   * @param metaPackage for example {@code linux-image-cloud-amd64}
   * @param namePattern glob of the real package's name, for example {@code
   *     linux-image-[0-9]*-cloud-amd64}
   */
  Path contentsOfDependency(String metaPackage, String namePattern) throws IOException {
    List<Path> present = packageFiles(folder, namePattern);
    if (!present.isEmpty()) {
      return unpack(newest(present));
    }
    try (ScratchFolder scratch = ScratchFolder.create(folder, "query")) {
      String dependencies =
          HostTool.APT_CACHE.run(scratch.path(), LOCAL_LIMIT, List.of("depends", metaPackage));
      return unpack(download(dependency(dependencies, metaPackage)));
    }
  }

  /** The first package in apt-cache's " Depends: NAME" lines. */
  static String dependency(String aptCacheOutput, String metaPackage) throws PeerException {
    Matcher line =
        Pattern.compile("^\\s*Depends: ([a-z0-9][a-z0-9+.-]+)\\s*$", Pattern.MULTILINE)
            .matcher(aptCacheOutput);
    if (!line.find()) {
      throw new PeerException(
          "apt does not know which package "
              + metaPackage
              + " stands for; run apt-get update."
              + " It said:\n"
              + aptCacheOutput);
    }
    return line.group(1);
  }

  private Path download(String packageName) throws IOException {
    progress.accept("downloading Debian's " + packageName);
    try (ScratchFolder scratch = ScratchFolder.create(folder, "download")) {
      HostTool.APT_GET.run(scratch.path(), DOWNLOAD_LIMIT, List.of("-q", "download", packageName));
      List<Path> files = packageFiles(scratch.path(), packageName);
      if (files.isEmpty()) {
        throw new PeerException("apt-get download left no file of " + packageName);
      }
      Path whole = folder.resolve(files.get(0).getFileName());
      return Files.move(files.get(0), whole, StandardCopyOption.ATOMIC_MOVE);
    } catch (PeerException cause) {
      throw new PeerException(
          "cannot get the Debian package "
              + packageName
              + "; the network and \"apt-get update\""
              + " may help: "
              + cause.getMessage(),
          cause);
    }
  }

  private Path unpack(Path packageFile) throws IOException {
    String fileName = packageFile.getFileName().toString();
    Path contents = folder.resolve(fileName.replaceFirst("\\.deb$", ""));
    if (!Files.isDirectory(contents)) {
      progress.accept("unpacking " + fileName);
      try (ScratchFolder scratch = ScratchFolder.create(folder, "unpack")) {
        Path root = scratch.path().resolve("root");
        HostTool.DPKG_DEB.run(
            scratch.path(), LOCAL_LIMIT, List.of("-x", packageFile.toString(), root.toString()));
        Files.move(root, contents, StandardCopyOption.ATOMIC_MOVE);
      }
    }
    return contents;
  }

  private static List<Path> packageFiles(Path folder, String namePattern) throws IOException {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> found =
        Files.newDirectoryStream(folder, namePattern + "_*_{amd64,all}.deb")) {
      found.forEach(files::add);
    }
    return files;
  }

  private static Path newest(List<Path> files) {
    return Collections.max(
        files,
        (left, right) -> Long.compare(left.toFile().lastModified(), right.toFile().lastModified()));
  }
}
