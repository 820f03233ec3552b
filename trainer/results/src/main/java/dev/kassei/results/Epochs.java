package dev.kassei.results;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.Epoch;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.stream.IntStream;

/**
 * The metrics of all epochs of a trial, a column each: eight bytes a number, so that thousands of
 * long trials fit into memory. As a list it shows one record an epoch, made when asked for.
 */
public final class Epochs extends AbstractList<Epoch> implements RandomAccess {
  private static final int FIRST_ROOM = 16;

  private final List<String> names;
  private final double[][] columns;
  private int[] measured = new int[FIRST_ROOM];
  private int size;

  /** No epochs yet, of these metrics. */
  public Epochs(List<String> names) {
    this.names = List.copyOf(names);
    this.columns = new double[names.size()][FIRST_ROOM];
  }

  /** Adds the metrics of one epoch, in the order of their names. */
  public void append(double... values) {
    append(columns.length, values);
  }

  /**
   * Adds the metrics of one epoch, of which only the first so many were measured; the others are
   * NaN in columns, and no part of its record.
   */
  public void append(int first, double... values) {
    require(
        values.length == columns.length && first <= values.length,
        "an epoch has %s metrics but %s were given",
        columns.length,
        values.length);
    if (size == measured.length) {
      measured = Arrays.copyOf(measured, 2 * size);
    }
    measured[size] = first;
    for (int i = 0; i < columns.length; i++) {
      if (size == columns[i].length) {
        columns[i] = Arrays.copyOf(columns[i], 2 * size);
      }
      columns[i][size] = i < first ? values[i] : Double.NaN;
    }
    size++;
  }

  /** Adds all epochs of a trial with the same metrics. */
  public void appendAll(Epochs others) {
    require(
        names.equals(others.names), "the metrics are %s but %s were given", names, others.names);
    double[] values = new double[columns.length];
    for (int epoch = 0; epoch < others.size; epoch++) {
      for (int i = 0; i < values.length; i++) {
        values[i] = others.columns[i][epoch];
      }
      append(others.measured[epoch], values);
    }
  }

  /** A copy, which does not grow with this one. */
  public Epochs copy() {
    var copy = new Epochs(names);
    copy.appendAll(this);
    return copy;
  }

  /** A copy of a metric's values, one an epoch. */
  public double[] column(String name) {
    return Arrays.copyOf(columns[names.indexOf(name)], size);
  }

  /** The metrics' names, in the order of their columns. */
  public List<String> names() {
    return names;
  }

  /** One metric of one epoch. */
  public double value(String name, int epoch) {
    return columns[names.indexOf(name)][epoch];
  }

  /** How many metrics of an epoch were measured, in the order of their names. */
  public int measured(int epoch) {
    return measured[Objects.checkIndex(epoch, size)];
  }

  /**
   * A view of the epochs so far that have all metrics which any has, where not all are measured
   * after each.
   */
  public List<Epoch> whole() {
    int most = Arrays.stream(measured, 0, size).max().orElse(0);
    int[] places = IntStream.range(0, size).filter(epoch -> measured[epoch] == most).toArray();
    return places.length == size ? this : new Some(places);
  }

  private final class Some extends AbstractList<Epoch> implements RandomAccess {
    private final int[] places;

    Some(int[] places) {
      this.places = places;
    }

    @Override
    public Epoch get(int index) {
      return Epochs.this.get(places[index]);
    }

    @Override
    public int size() {
      return places.length;
    }
  }

  /** A view of one metric of every epoch so far; empty for a metric that there is not. */
  public List<Double> values(String name) {
    int column = names.indexOf(name);
    return column < 0 ? List.of() : new Values(column);
  }

  private final class Values extends AbstractList<Double> implements RandomAccess {
    private final int column;

    Values(int column) {
      this.column = column;
    }

    @Override
    public Double get(int epoch) {
      return columns[column][Objects.checkIndex(epoch, size)];
    }

    @Override
    public int size() {
      return size;
    }
  }

  /** Every value of a metric in the order of the epochs. */
  void add(Sha256 sha, String name) {
    double[] column = columns[names.indexOf(name)];
    for (int epoch = 0; epoch < size; epoch++) {
      sha.add(column[epoch]);
    }
  }

  @Override
  public Epoch get(int epoch) {
    require(
        0 <= epoch && epoch < size, "there are %s epochs but number %s was asked for", size, epoch);
    var metrics = new LinkedHashMap<String, Double>();
    for (int i = 0; i < measured[epoch]; i++) {
      metrics.put(names.get(i), columns[i][epoch]);
    }
    return new Epoch(epoch, Collections.unmodifiableMap(metrics));
  }

  @Override
  public int size() {
    return size;
  }
}
