package dev.kassei.cli.command;

import dev.kassei.cli.failure.Failures;
import dev.kassei.cli.failure.UsageProblem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kassei export}: runs and batches as other programs read them. */
@Command(
    name = "export",
    description = {
      "Writes a run or a batch in the formats of other programs. Several formats can be asked for"
          + " at once.",
      "",
      "  kassei export runs/xor-mlp --onnx xor-mlp.onnx",
      ""
    },
    mixinStandardHelpOptions = true)
public final class ExportCommand implements Callable<Integer> {
  @Spec private CommandSpec specification;

  @Parameters(paramLabel = "FOLDER", description = "The folder of a run or of a batch.")
  private Path folder = Path.of("");

  @Mixin private NetworkFormats networks;
  @Mixin private PluginOptions plugins;
  @Mixin private TensorBoardFormat tensorBoard;
  @Mixin private MlflowFormat mlflow;
  @Mixin private TableFormats tables;

  @Override
  public Integer call() throws IOException {
    List<ExportFormat> wanted = formats().stream().filter(ExportFormat::isWanted).toList();
    if (wanted.isEmpty()) {
      throw new UsageProblem("Expected at least one format, such as --onnx FILE.");
    }
    requireDistinct(wanted.stream().flatMap(format -> format.targets().stream()).toList());
    UnfinishedRun.report(folder, specification.commandLine().getErr());
    var source = new ExportSource(folder, plugins.plugins());
    for (ExportFormat format : wanted) {
      format.write(source).forEach(specification.commandLine().getOut()::println);
    }
    return wanted.stream().allMatch(ExportFormat::isComplete) ? 0 : Failures.FAILED;
  }

  private static void requireDistinct(List<Path> targets) {
    var seen = new HashSet<Path>();
    for (Path target : targets) {
      if (!seen.add(target.toAbsolutePath().normalize())) {
        throw new UsageProblem(
            "'%s' is named for two formats; give each a file of its own".formatted(target));
      }
    }
  }

  /** In the order of the help. */
  private List<ExportFormat> formats() {
    return List.of(networks, tensorBoard, mlflow, tables);
  }
}
