package dev.kassei.plotting.run;

import dev.kassei.plotting.folder.SurfaceBytes;
import dev.kassei.results.record.RunFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of a run, written by hand. */
public final class RunFolder {
  static final String CLASSES =
      """
      {"format": 1, "name": "by-hand", "status": "completed", "epochs": 3, "steps": 6,
       "metrics": {"train.loss": 0.5, "train.accuracy": "NaN"}, "digest": "d1", "precision": "float32",
       "data": {"parts": {"train": 3, "test": 1}, "features": ["x1", "width"], "targets": ["y"],
                "classes": ["no", "yes"], "fingerprint": "f1"},
       "versions": {"kassei": "0.1.0"}}
      """;

  static final String NUMBERS =
      CLASSES.replace("[\"y\"]", "[\"price\"]").replace("[\"no\", \"yes\"]", "[]");

  private final Path path;

  private RunFolder(Path path) {
    this.path = path;
  }

  /** A run of two inputs and two classes. */
  public static RunFolder ofClasses(Path path) {
    return new RunFolder(path)
        .with(RunFiles.RUN, CLASSES)
        .with(RunFiles.CONFIG, "name: by-hand\n")
        .with(
            RunFiles.METRICS,
            "epoch,train.running_loss,test.loss\n0,1.5,2\n1,0.7,NaN\n2,0.01,0.5\n")
        .with(
            RunFiles.PREDICTIONS,
            """
            row,part,feature.x1,feature.width,target,predicted,output
            0,train,-1,0,no,no,0.1
            1,train,1,1,yes,no,0.4
            2,train,0,2,yes,yes,0.9
            3,test,0,1,yes,,0.5
            """)
        .with(
            RunFiles.HISTOGRAMS,
            """
            kind,name,lower,upper,count
            weight,output.weight,-1,0,1
            weight,output.weight,0,1,3
            weight,output.weight,NaN,NaN,2
            activation,hidden.0,0,1,40
            """)
        .withSurface(1, 2, 3, 4, 5, Double.NaN);
  }

  /** A run of numbers that kept nothing for pictures. */
  public static RunFolder ofNumbers(Path path) {
    return new RunFolder(path)
        .with(RunFiles.RUN, NUMBERS)
        .with(RunFiles.CONFIG, "name: by-hand\n")
        .with(RunFiles.METRICS, "epoch,train.running_loss\n0,1.5\n")
        .with(
            RunFiles.PREDICTIONS,
            "row,part,target.price,predicted.price\n0,train,1,1.5\n1,train,3,2\n2,test,2,2\n");
  }

  RunFolder with(String name, String text) {
    try {
      Files.writeString(path.resolve(name), text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  RunFolder without(String name) {
    try {
      Files.delete(path.resolve(name));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The surface of the last epoch over a mesh of 3 × 2. */
  RunFolder withSurface(double... heights) {
    try {
      Files.write(path.resolve(RunFiles.SURFACES), SurfaceBytes.of(heights));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Path path() {
    return path;
  }

  Run read() {
    try {
      return Run.read(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
