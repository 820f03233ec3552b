package dev.kassei.engine.plan;

import dev.kassei.api.Precision;
import dev.kassei.api.expr.Operation;
import dev.kassei.engine.graph.Graph;
import dev.kassei.engine.graph.Node;
import dev.kassei.engine.graph.Work;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How much time the steps of a plan take. */
public final class Profile {
  private final Graph graph;
  private final Precision precision;
  private final int lanes;
  private final Map<Entry, List<Line>> lines = new EnumMap<>(Entry.class);

  Profile(Graph graph, Precision precision, int lanes) {
    this.graph = graph;
    this.precision = precision;
    this.lanes = lanes;
  }

  void add(Entry entry, EntryPlan plan) {
    var added = new ArrayList<Line>();
    plan.groups().forEach(group -> added.add(new Line(entry, group, plan)));
    lines.put(entry, added);
  }

  void record(Entry entry, int step, int rows, long nanoseconds) {
    lines.get(entry).get(step).add(rows, nanoseconds);
  }

  /** The steps that have run, in the order of their entries. */
  public List<Line> lines() {
    return lines.values().stream().flatMap(List::stream).filter(line -> line.calls > 0).toList();
  }

  /** One step of a plan. */
  public final class Line {
    private final Entry entry;
    private final Group group;
    private final EntryPlan plan;
    private long calls;
    private long nanoseconds;
    private long operations;
    private long bytes;

    private Line(Entry entry, Group group, EntryPlan plan) {
      this.entry = entry;
      this.group = group;
      this.plan = plan;
    }

    private void add(int rows, long spent) {
      calls++;
      nanoseconds += spent;
      for (Node node : group.all()) {
        operations += lanes * Work.operations(graph, node, rows);
      }
      bytes += bytes(rows);
    }

    /** What is read from and written to memory outside the step. */
    private long bytes(int rows) {
      var touched = new LinkedHashSet<Integer>();
      for (Node node : group.all()) {
        touched.addAll(node.operands());
      }
      group.all().stream()
          .map(Node::id)
          .filter(id -> !plan.stored().get(id))
          .forEach(touched::remove);
      group.nodes().stream().map(Node::id).filter(plan.stored()::get).forEach(touched::add);
      long values =
          touched.stream().mapToLong(id -> Work.size(graph.nodes().get(id).shape(), rows)).sum();
      return values * lanes * (precision == Precision.FLOAT64 ? Double.BYTES : Float.BYTES);
    }

    /** The entry point. */
    public Entry entry() {
      return entry;
    }

    /** The layers that the step belongs to, forward or backward. */
    public String layers() {
      return group.nodes().stream()
          .map(Node::path)
          .filter(path -> !path.isEmpty())
          .distinct()
          .collect(Collectors.joining(", "));
    }

    /** What is computed. */
    public String operation() {
      return group.all().stream()
          .filter(node -> node.operation() != Operation.RESHAPE || group.nodes().contains(node))
          .map(node -> node.operation().functionName())
          .collect(Collectors.joining(" "));
    }

    /** The shape of the result. */
    public String shape() {
      return group.shape().toString();
    }

    /** How often it ran. */
    public long calls() {
      return calls;
    }

    /** How long it took in all, in seconds. */
    public double seconds() {
      return nanoseconds * 1e-9;
    }

    /** Floating-point operations in all. */
    public long operations() {
      return operations;
    }

    /** Bytes read and written in all. */
    public long bytes() {
      return bytes;
    }
  }
}
