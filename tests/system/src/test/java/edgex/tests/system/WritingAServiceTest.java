package edgex.tests.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import edgex.toolchain.image.Board;
import edgex.toolchain.image.ImagePlan;
import edgex.toolchain.image.ImagePlanner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The chapter "Writing a program, then a service" does what it says, followed line by line. */
@Tag("build")
class WritingAServiceTest {
  private static final Path CHAPTER = Repository.ROOT.resolve("docs/book/writing-a-service.md");

  @TempDir Path folder;
  private RepositoryCopy copy;

  @BeforeEach
  void copyRepository() throws Exception {
    copy = RepositoryCopy.create(folder);
  }

  /** Types a command; one that edits has to change what is there. */
  private void follow(Chapter.Typed step) throws Exception {
    String command = step.commands();
    if (command.startsWith("sed -i ")) {
      String edited = command.substring(command.lastIndexOf(' ') + 1);
      command =
          "before=$(cat "
              + edited
              + "); "
              + command
              + "; [ \"$before\" != \"$(cat "
              + edited
              + ")\" ]";
    }
    Command typed = copy.bash(command);
    assertEquals(0, typed.status(), step + "\n" + typed);
    if (step.output() != null) {
      assertTrue(step.isPrinted(typed.output()), step + "\n" + typed);
    }
  }

  private void write(Chapter.Written step) throws Exception {
    Path file = copy.root().resolve(step.file());
    Files.createDirectories(file.getParent());
    Files.writeString(file, step.content());
  }

  /** What the chapter has one write compiles, without a warning, and fits into the image. */
  @Test
  @Tag("qemu")
  void itsSourcesCompileAndItsImageIsValid() throws Exception {
    for (Chapter.Step step : Chapter.read(CHAPTER)) {
      if (step instanceof Chapter.Written written) {
        write(written);
      } else if (step instanceof Chapter.Typed typed && typed.isEditing()) {
        follow(typed);
      }
    }
    follow(
        new Chapter.Typed(
            "mvn -q -o -pl apps/tally,services/sum -am package -Dmaven.test.skip=true", null));
    ImagePlan plan = ImagePlanner.plan(copy.root(), "default", Board.read(copy.root(), "qemu-q35"));
    List<String> names = plan.programs().stream().map(program -> program.name()).toList();
    assertTrue(names.containsAll(List.of("sum", "tally")), names::toString);
  }

  /** Everything, with what each command prints: it builds most of the system three times. */
  @Test
  @Tag("qemu")
  @Tag("long")
  void itsCommandsPrintWhatItSays() throws Exception {
    List<Chapter.Step> steps = Chapter.read(CHAPTER);
    assertFalse(steps.isEmpty());
    for (Chapter.Step step : steps) {
      if (step instanceof Chapter.Written written) {
        write(written);
      } else if (step instanceof Chapter.Typed typed) {
        follow(typed);
      }
    }
  }
}
