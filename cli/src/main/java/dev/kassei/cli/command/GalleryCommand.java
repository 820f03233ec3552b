package dev.kassei.cli.command;

import dev.kassei.cli.failure.UsageProblem;
import dev.kassei.cli.gallery.GalleryFigures;
import dev.kassei.cli.gallery.GalleryFunction;
import dev.kassei.cli.sheet.Components;
import dev.kassei.experiment.plugin.Plugins;
import dev.kassei.plotting.Format;
import dev.kassei.plotting.PictureFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kassei gallery}: the article's surfaces, and curves with their derivatives. */
@Command(
    name = "gallery",
    description = {
      "Draws activations as surfaces over Z = 2·x1 + 3·x2 + 1, as the article does, and as curves"
          + " with their derivatives.",
      "",
      "  gallery.png           surfaces over [0,10], the article's figure",
      "  gallery-centered.png  the same over [-5,5], where the functions differ",
      "  gallery-curves.png    value and derivative over [-5,5]",
      "",
      "  kassei gallery --format svg,pdf --out figures",
      "  kassei gallery --activations relu,gelu,'x*sigmoid(1.702*x)' --range=-2,2 --overlay",
      "  kassei gallery --activations all",
      "  kassei gallery --activations '{type: leaky_relu, alpha: 0.2}'",
      ""
    },
    mixinStandardHelpOptions = true)
public final class GalleryCommand implements Callable<Integer> {
  private static final double MAX_INPUT = 1e9;

  @Spec private CommandSpec specification;
  @Mixin private PluginPaths paths;

  @Option(
      names = "--activations",
      paramLabel = "LIST",
      description =
          "Names, formulas of x and inline YAML, separated by commas, or all, which keep the width."
              + " Default: the 16 activations of the article, as it defines them.")
  private String activations = GalleryList.ARTICLE;

  @Option(
      names = "--range",
      split = ",",
      paramLabel = "LOW,HIGH",
      converter = PointConverter.class,
      description = "The range to draw surfaces and curves over. Default: those above.")
  private List<Double> range = List.of();

  @Option(
      names = "--overlay",
      description =
          "Draws all curves in one pair of axes, too, gallery-overlay.png: values and derivatives.")
  private boolean overlay;

  @Mixin private FormatOption formats;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "The folder for the pictures; files of the same names are replaced. Default:"
              + " ${DEFAULT-VALUE}.")
  private Path out = Path.of("gallery");

  @Override
  public Integer call() throws IOException {
    Plugins plugins = paths.plugins();
    PrintWriter err = specification.commandLine().getErr();
    if (!paths.list().isEmpty()) {
      PluginPaths.report(plugins, err);
    }
    checkRange();
    checkFolder();
    List<GalleryFunction> functions = new GalleryList(plugins).functions(activations);
    var gallery = new GalleryFigures(functions);
    var figures = new LinkedHashMap<>(gallery.all(range));
    if (overlay) {
      figures.put("gallery-overlay", gallery.overlay(range));
    }
    PictureFiles.write(out, figures, formats.formats())
        .forEach(specification.commandLine().getOut()::println);
    return 0;
  }

  private void checkRange() {
    if (!range.isEmpty() && !isUsable(range)) {
      throw new UsageProblem(
          "--range: expected two numbers between -1e9 and 1e9, the smaller first, such as"
              + " --range=-5,5, but was "
              + Components.text(range));
    }
  }

  private static boolean isUsable(List<Double> range) {
    return range.size() == 2
        && range.get(0) >= -MAX_INPUT
        && range.get(0) < range.get(1)
        && range.get(1) <= MAX_INPUT;
  }

  private void checkFolder() throws IOException {
    String name = String.valueOf(out.getFileName()).toLowerCase(Locale.ROOT);
    boolean picture =
        Arrays.stream(Format.values()).anyMatch(format -> name.endsWith("." + format.extension()));
    if (picture || (Files.exists(out) && !Files.isDirectory(out))) {
      throw new UsageProblem(
          "--out: expected a folder but '%s' names a file; --format chooses the formats"
              .formatted(out));
    }
    OutputFolder.require(out);
  }
}
