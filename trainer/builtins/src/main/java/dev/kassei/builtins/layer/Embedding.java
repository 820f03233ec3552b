package dev.kassei.builtins.layer;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.Initializer;
import dev.kassei.api.Layer;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.Required;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Shape;
import dev.kassei.builtins.initializer.Normal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Replaces columns of class numbers, counted from 0, by trainable rows of a table. Columns that are
 * not embedded stand first in the result, unchanged.
 *
 * @param numEmbeddings the number of classes: one for all columns, which share a table, or one for
 *     each, which then has a table of its own
 * @param embeddingDim the columns that replace one
 * @param columns which columns are embedded, counted from 1; without it all
 * @param initializer the first values of the tables
 */
@PluginName(value = "embedding", title = "Embedding")
@Reference("Bengio, Ducharme, Vincent, Jauvin 2003, A neural probabilistic language model, JMLR 3")
public record Embedding(
    @Required List<Integer> numEmbeddings,
    @Required int embeddingDim,
    List<Integer> columns,
    Initializer initializer)
    implements Layer {
  public Embedding() {
    this(List.of(10), 4, List.of(), new Normal());
  }

  public Embedding {
    numEmbeddings = List.copyOf(numEmbeddings);
    columns = List.copyOf(columns);
    require(!numEmbeddings.isEmpty(), "num_embeddings must name at least one number of classes");
    numEmbeddings.forEach(
        classes -> require(classes > 0, "num_embeddings must be positive but was %s", classes));
    require(embeddingDim > 0, "embedding_dim must be at least 1 but was %s", embeddingDim);
    columns.forEach(
        column -> require(column > 0, "columns are counted from 1, but there is a %s", column));
    require(
        new TreeSet<>(columns).size() == columns.size(), "columns names one twice: %s", columns);
    require(
        columns.isEmpty() || numEmbeddings.size() == 1 || numEmbeddings.size() == columns.size(),
        "num_embeddings must be a single number or one for each of the %s columns, but has %s",
        columns.size(),
        numEmbeddings.size());
  }

  @Override
  public Expr apply(Expr x) {
    List<Integer> embedded = columns.isEmpty() ? all(x.width()) : columns;
    requireColumns(x, embedded);
    var parts = new ArrayList<Expr>();
    for (int column : all(x.width())) {
      if (!embedded.contains(column)) {
        parts.add(x.columns(column - 1, column));
      }
    }
    for (int i = 0; i < embedded.size(); i++) {
      parts.add(table(x, i).gather(x.columns(embedded.get(i) - 1, embedded.get(i))));
    }
    Expr first = parts.remove(0);
    return parts.isEmpty() ? first : first.concat(parts.toArray(Expr[]::new));
  }

  private Expr table(Expr x, int index) {
    boolean isShared = numEmbeddings.size() == 1;
    String name = isShared ? "weight" : "weight." + index;
    int classes = numEmbeddings.get(isShared ? 0 : index);
    return x.parameter(name, Shape.fixed(classes, embeddingDim), initializer);
  }

  private void requireColumns(Expr x, List<Integer> embedded) {
    Optional<Integer> missing = embedded.stream().filter(column -> column > x.width()).findFirst();
    require(
        missing.isEmpty(),
        "column %s is to be embedded, but there are %s",
        missing.orElse(0),
        x.width());
    require(
        numEmbeddings.size() == 1 || numEmbeddings.size() == embedded.size(),
        "num_embeddings has %s numbers of classes for %s columns; give one, or one for each column",
        numEmbeddings.size(),
        embedded.size());
  }

  private static List<Integer> all(int width) {
    return IntStream.rangeClosed(1, width).boxed().toList();
  }
}
