package dev.kassei.results.text;

/**
 * The word for what is counted. Both forms are written out, so that no sentence makes a plural.
 *
 * @param one such as {@code seed}
 * @param many such as {@code seeds}
 */
public record Noun(String one, String many) {
  public static final Noun SEED = new Noun("seed", "seeds");
  public static final Noun SPLIT = new Noun("split", "splits");
  public static final Noun FOLD = new Noun("fold", "folds");
  public static final Noun REPETITION = new Noun("repetition", "repetitions");
  public static final Noun DRAW = new Noun("draw", "draws");
  public static final Noun EPOCH = new Noun("epoch", "epochs");
  public static final Noun UNIT = new Noun("unit", "units");
  public static final Noun LAYER = new Noun("layer", "layers");
  public static final Noun STEP = new Noun("step", "steps");
  public static final Noun NUMBER = new Noun("number", "numbers");
  public static final Noun METHOD = new Noun("method", "methods");
  public static final Noun RUN = new Noun("run", "runs");
  public static final Noun TRIAL = new Noun("trial", "trials");
  public static final Noun DATASET = new Noun("data set", "data sets");

  /** Such as {@code 1 seed} or {@code 6 seeds}. */
  public String count(long number) {
    return number + " " + (number == 1 ? one : many);
  }
}
