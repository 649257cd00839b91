package edgex.toolchain.aot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program's own class files come before those of the JVM that compiles it. */
final class ProgramClassLoaderTest {
  /** A class that both the program and the compiler's JVM have. */
  private static final String SHARED = "edgex/toolchain/aot/ProgramClassLoader.class";

  @TempDir Path folder;
  private Path first;
  private Path second;

  @BeforeEach
  void writeClasses() throws IOException {
    first = folder.resolve("first");
    second = folder.resolve("second");
    for (Path place : List.of(first, second)) {
      Path file = place.resolve(SHARED);
      Files.createDirectories(file.getParent());
      Files.writeString(file, place.getFileName().toString());
    }
  }

  private ProgramClassLoader loader() throws IOException {
    return new ProgramClassLoader(
        new URL[] {first.resolve(".").normalize().toUri().toURL(), second.toUri().toURL()});
  }

  private static String read(URL url) throws IOException {
    try (InputStream input = url.openStream()) {
      return new String(input.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void theFirstEntryOfTheClassPathWins() throws IOException {
    try (ProgramClassLoader loader = loader()) {
      assertEquals("first", read(loader.getResource(SHARED)));
    }
  }

  @Test
  void allPlacesAreListedTheJvmLast() throws IOException {
    try (ProgramClassLoader loader = loader()) {
      List<URL> found = Collections.list(loader.getResources(SHARED));
      assertEquals(3, found.size());
      assertEquals("first", read(found.get(0)));
      assertEquals("second", read(found.get(1)));
    }
  }

  @Test
  void whatTheProgramDoesNotHaveComesFromTheJvm() throws IOException {
    try (ProgramClassLoader loader = loader()) {
      assertNotNull(loader.getResource("java/lang/Object.class"));
      assertNotNull(loader.getResource("edgex/toolchain/aot/AotCompiler.class"));
      assertNull(loader.getResource("edgex/none/Missing.class"));
    }
  }
}
