package dev.kassei.batch.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.kassei.batch.worker.Message.Group;
import dev.kassei.batch.worker.Message.Order;
import dev.kassei.batch.worker.Message.Result;
import dev.kassei.results.record.SurfaceRecord;
import dev.kassei.results.record.SurfacesRecord;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MessageStreamsTest {
  private static byte[] sent(Message... messages) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var streams = new MessageStreams(new ByteArrayInputStream(new byte[0]), bytes);
    for (Message message : messages) {
      streams.send(message);
    }
    return bytes.toByteArray();
  }

  private static MessageStreams of(byte[] bytes) {
    return new MessageStreams(new ByteArrayInputStream(bytes), OutputStream.nullOutputStream());
  }

  private static MessageStreams of(byte[] bytes, Consumer<String> printed) {
    var in = new ByteArrayInputStream(bytes);
    return new MessageStreams(in, OutputStream.nullOutputStream(), printed);
  }

  static Stream<Message> messages() {
    return Stream.of(
        new Message.Begin(
            "code",
            "0.1.0",
            "/a b/é.yaml",
            "a: ü\n".repeat(40_000),
            Map.of("x", "y"),
            "c",
            2,
            "AUTO"),
        new Message.Train(
            List.of(
                new Group(
                    List.of(
                        new Order(
                            false, 7, Map.of("seed", "1", "model.activation", "relu"), "k", true),
                        new Order(true, Integer.MAX_VALUE, Map.of(), "", false))),
                new Group(List.of()))),
        new Message.Ready(Map.of("java", "17")),
        new Message.Alive(),
        new Message.Ended(List.of(new Result(new byte[] {0, -1}, "0123 {}", Optional.empty()))),
        new Message.Unrun("k", "no memory", "take less", true),
        new Message.Done(),
        new Message.Refused("another key", false));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void eachMessageComesAsItWasSent(Message message) throws IOException {
    MessageStreams streams = of(sent(message, new Message.Done()));
    assertThat(streams.receive()).usingRecursiveComparison().isEqualTo(message);
    assertThat(streams.receive()).isEqualTo(new Message.Done());
    assertThatIOException().isThrownBy(streams::receive).isInstanceOf(EOFException.class);
  }

  @Test
  void surfacesKeepTheirBits() throws IOException {
    double[] values = {-0.0, Double.longBitsToDouble(0x7ff8_0000_0000_0001L), Double.MIN_VALUE};
    var surface = new SurfaceRecord(3, "output", values);
    var surfaces = new SurfacesRecord(new double[] {1}, new double[] {2, 3}, List.of(surface));
    var ended = new Message.Ended(List.of(new Result(new byte[0], "line", Optional.of(surfaces))));
    var got = (Message.Ended) of(sent(ended)).receive();
    SurfacesRecord back = got.results().get(0).surfaces().orElseThrow();
    assertThat(back.x1()).containsExactly(1);
    assertThat(back.x2()).containsExactly(2, 3);
    assertThat(back.surfaces().get(0).epoch()).isEqualTo(3);
    assertThat(back.surfaces().get(0).column()).isEqualTo("output");
    for (int i = 0; i < values.length; i++) {
      assertThat(Double.doubleToRawLongBits(back.surfaces().get(0).values()[i]))
          .isEqualTo(Double.doubleToRawLongBits(values[i]));
    }
  }

  @Test
  void aMessageThatBreaksOffIsTheEnd() throws IOException {
    byte[] whole = sent(new Message.Refused("another key", false));
    for (int length = 0; length < whole.length; length++) {
      MessageStreams torn = of(java.util.Arrays.copyOf(whole, length));
      assertThatIOException().isThrownBy(torn::receive).isInstanceOf(EOFException.class);
    }
  }

  @Test
  void aBitThatIsFlippedIsFound() throws IOException {
    byte[] whole = sent(new Message.Refused("another key", false));
    for (int i = 0; i < 8 * whole.length; i++) {
      byte[] damaged = whole.clone();
      damaged[i / 8] ^= (byte) (1 << (i % 8));
      assertThatIOException().isThrownBy(of(damaged)::receive);
    }
  }

  @Test
  void whatSomethingElsePrintsBetweenMessagesIsToldApart() throws IOException {
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes("\0Kassei\nnative: über\r\n".getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes(sent(new Message.Alive()));
    bytes.writeBytes("without an end".getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes(sent(new Message.Done()));
    bytes.writeBytes("# SIGSEGV\n#".getBytes(StandardCharsets.UTF_8));
    var printed = new ArrayList<String>();
    MessageStreams streams = of(bytes.toByteArray(), printed::add);

    assertThat(streams.receive()).isEqualTo(new Message.Alive());
    assertThat(printed).containsExactly("\0Kassei", "native: über");
    assertThat(streams.receive()).isEqualTo(new Message.Done());
    assertThat(printed).last().isEqualTo("without an end");
    assertThatIOException().isThrownBy(streams::receive).isInstanceOf(EOFException.class);
    assertThat(printed).endsWith("# SIGSEGV", "#");
  }

  @Test
  void aLineWithoutEndIsCut() throws IOException {
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes("x".repeat(20_000).getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes(sent(new Message.Done()));
    var printed = new ArrayList<String>();
    MessageStreams streams = of(bytes.toByteArray(), printed::add);

    assertThat(streams.receive()).isEqualTo(new Message.Done());
    assertThat(printed).hasSize(3);
    assertThat(String.join("", printed)).isEqualTo("x".repeat(20_000));
  }
}
