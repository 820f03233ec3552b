package dev.kassei.batch.plan;

import dev.kassei.batch.plan.BatchKeys.Comparison;
import dev.kassei.batch.plan.BatchKeys.Saved;
import dev.kassei.batch.plan.BatchKeys.Tuning;
import dev.kassei.experiment.config.ConfigLoader;
import dev.kassei.experiment.config.tree.ConfigFiles;
import dev.kassei.experiment.plugin.Plugins;
import dev.kassei.experiment.schema.ClosedMap;
import dev.kassei.experiment.schema.ExperimentSchema;
import dev.kassei.experiment.schema.Schema;
import java.util.List;

/**
 * The JSON Schema of configuration files: of experiments, and of batches of them. Of draft 07,
 * since editors understand it best.
 */
public final class FileSchema {
  private static final String DRAFT = "http://json-schema.org/draft-07/schema#";

  private final ExperimentSchema experiment;
  private final AxisSchemas axes;

  private FileSchema(Plugins plugins) {
    this.experiment = new ExperimentSchema(plugins);
    this.axes = new AxisSchemas(experiment);
  }

  /** The schema of files that can name these plugins. */
  public static Schema of(Plugins plugins) {
    return new FileSchema(plugins).file();
  }

  private Schema file() {
    Schema keys = keys().schema();
    Schema complete = Schema.when(standsAlone(), experiment.complete());
    return Schema.of("$schema", DRAFT)
        .with("title", "An experiment of Kassei, or a batch of experiments")
        .and(keys)
        .with("allOf", List.of(complete))
        .with("definitions", experiment.definitions().all());
  }

  private ClosedMap keys() {
    String text = "string";
    Schema path = Schema.type(text);
    return experiment
        .keys()
        .key(
            ConfigLoader.BATCH_KEY,
            experiment
                .definitions()
                .reference("batch", () -> batch().schema())
                .described("Many experiments from one file."))
        .keys(ConfigLoader.BATCH_KEY + "\\..+", Schema.ANYTHING)
        .key(ConfigFiles.EXTENDS, path.described("A file that this one is merged onto."))
        .key(ConfigFiles.FOLDER, path.described("Where relative paths start."))
        .key(
            ConfigLoader.FORMAT_KEY,
            Schema.values(List.of(1)).described("The version of the language."))
        .key(
            ConfigLoader.PLUGINS_KEY,
            oneOrMore(path).described("Jars of plugins, folders of jars, and folders of classes."));
  }

  /** Nothing is merged with the file, so that all stands in it. */
  private static Schema standsAlone() {
    List<Schema> merged =
        List.of(Schema.required(ConfigFiles.EXTENDS), Schema.required(ConfigLoader.BATCH_KEY));
    return Schema.not(Schema.anyOf(merged));
  }

  private static Schema oneOrMore(Schema item) {
    return Schema.anyOf(List.of(item, Schema.type("array").with("items", item)));
  }

  private ClosedMap batch() {
    return block(experiment.keys(Saved.class))
        .key(AxisKeys.BLOCKS, oneOrMore(block(new ClosedMap()).schema()))
        .key(AxisKeys.TUNE, tune().schema())
        .keys(AxisKeys.TUNE + "\\..+", Schema.ANYTHING)
        .key(BatchKeys.COMPARE, experiment.keys(Comparison.class).schema())
        .keys(BatchKeys.COMPARE + "\\..+", Schema.ANYTHING);
  }

  private ClosedMap block(ClosedMap block) {
    return block
        .key(AxisKeys.GRID, axes.listed())
        .key(AxisKeys.ZIP, axes.listed())
        .key(AxisKeys.RANDOM, axes.drawn())
        .key(AxisKeys.LIST, Schema.type("array").with("minItems", 1).with("items", variant()))
        .key(AxisKeys.EXCLUDE, oneOrMore(axes.conditions()))
        .keys(
            "(%s|%s|%s)\\..+".formatted(AxisKeys.GRID, AxisKeys.ZIP, AxisKeys.RANDOM),
            Schema.ANYTHING);
  }

  private Schema variant() {
    return experiment.definitions().reference("variant", () -> experiment.keys().schema());
  }

  private ClosedMap tune() {
    return block(experiment.keys(Tuning.class)).key(BatchKeys.SEEDS, axes.seeds());
  }
}
