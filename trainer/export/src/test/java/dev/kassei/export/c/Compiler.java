package dev.kassei.export.c;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A C compiler of this machine. */
final class Compiler {
  private static final List<String> STRICT = List.of("-Wall", "-Wextra", "-pedantic", "-Werror");

  private final Path folder;

  Compiler(Path folder) {
    this.folder = folder;
  }

  /** Whether there is one. */
  static boolean isPresent() {
    try {
      return new ProcessBuilder("gcc", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Compiles a file as C99; a warning is an error. */
  Path c99(Path source, String... more) throws IOException {
    var command = new ArrayList<>(List.of("gcc", "-std=c99"));
    command.addAll(STRICT);
    command.addAll(List.of(more));
    return compile(source, command);
  }

  /** Compiles a file as C++ as well; a warning is an error. */
  Path cpp(Path source) throws IOException {
    var command = new ArrayList<>(List.of("g++", "-x", "c++", "-fsyntax-only"));
    command.addAll(STRICT);
    return compile(source, command);
  }

  private Path compile(Path source, List<String> command) throws IOException {
    Path program = folder.resolve(source.getFileName() + ".out");
    var all = new ArrayList<>(command);
    all.addAll(List.of(source.toString(), "-o", program.toString(), "-lm"));
    Process process = new ProcessBuilder(all).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(output).isEmpty();
    return program;
  }

  /** Runs a program that reads numbers from a file and writes numbers to another. */
  double[] run(Path program, double[] numbers) throws IOException {
    Path in = folder.resolve("in");
    Path out = folder.resolve("out");
    var bytes = new byte[numbers.length * Double.BYTES];
    ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder()).asDoubleBuffer().put(numbers);
    Files.write(in, bytes);
    Process process = new ProcessBuilder(program.toString(), in.toString(), out.toString()).start();
    String errors = new String(process.getErrorStream().readAllBytes(), UTF_8);
    assertThat(errors).isEmpty();
    ByteBuffer read = ByteBuffer.wrap(Files.readAllBytes(out)).order(ByteOrder.nativeOrder());
    double[] results = new double[read.remaining() / Double.BYTES];
    read.asDoubleBuffer().get(results);
    return results;
  }
}
