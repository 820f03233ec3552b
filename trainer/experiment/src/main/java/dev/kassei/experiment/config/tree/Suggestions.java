package dev.kassei.experiment.config.tree;

import dev.kassei.api.text.EditDistance;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The known name that somebody most likely meant: by spelling, by what peers call it. */
public final class Suggestions {
  private static final String ACCUMULATION =
      "gradientaccumulation gradientaccumulationsteps accumulationsteps accumulategradbatches";

  /** What other libraries call it, without case and punctuation → the names here. */
  private static final Map<String, List<String>> PEERS =
      Map.ofEntries(
          names("learning_rate", "lr eta eta0 learningrateinit stepsize rate"),
          names("batch_size", "bs batch minibatch minibatchsize"),
          names("epochs", "nepochs numepochs nbepoch maxepochs maxiter iterations niter"),
          names("hidden", "hiddenlayers hiddenlayersizes hiddensizes hiddenunits units neurons"),
          names("activation", "act activationfunction nonlinearity hiddenactivation"),
          names("output_activation", "outactivation finalactivation outputlayeractivation"),
          names("initializer", "init weightinit kernelinitializer weightinitializer"),
          names("standard_deviation", "std stddev sigma scale"),
          names("weight_decay", "l2penalty decay"),
          names("decoupled_weight_decay", "weightdecouple decoupled"),
          names("epsilon", "eps"),
          names("epsilon1", "eps1 eps"),
          names("beta1", "betas"),
          names("learning_rate_decay", "lrdecay"),
          names("eta_minus", "etas"),
          names("min_step_size", "stepsizes stepsizemin"),
          names("clip_threshold", "d clippingthreshold"),
          names("newton_schulz_steps", "nssteps"),
          names("rate_adjustment", "adjustlrfn"),
          names("weight_rate_power", "weightlrpower"),
          names("seed", "randomstate randomseed rng"),
          names("precision", "dtype datatype"),
          names("float64", "double f64 fp64 64"),
          names("float32", "float single f32 fp32 32"),
          names("dataset", "data"),
          names("model", "network net"),
          names("loss", "criterion lossfunction lossfn objective"),
          names("optimizer", "optimiser solver optim"),
          names("training", "train fit trainer"),
          names("path", "file filename csv"),
          names("delimiter", "sep separator"),
          names("label", "target labelcolumn targetcolumn"),
          names("validation", "val valid dev validationsplit"),
          names("mse", "mseloss meansquarederror squarederror l2 l2loss"),
          names("mae", "l1 l1loss meanabsoluteerror absoluteerror"),
          names("huber", "huberloss"),
          names("smooth_l1", "smoothl1loss"),
          names("quantile", "pinball pinballloss meanpinballloss"),
          names("poisson", "poissonnll poissonnllloss"),
          names("focal", "focalloss sigmoidfocalloss binaryfocalcrossentropy"),
          names("kl_divergence", "kl kld kldiv kldivloss kullbackleibler"),
          names("binary_cross_entropy", "bce bceloss bcewithlogits bcewithlogitsloss logloss"),
          names(
              "cross_entropy",
              "crossentropyloss categoricalcrossentropy sparsecategoricalcrossentropy nllloss nll"),
          names("sgd", "gradientdescent gd momentum"),
          names("schedule_free_sgd", "sgdschedulefree schedulefree"),
          names("schedule_free_adamw", "adamwschedulefree"),
          names("swish", "silu"),
          names("sigmoid", "logistic"),
          names("linear", "identity none"),
          names("arctan", "atan"),
          names("attention_relu", "arelu"),
          names("displaced_relu", "drelu"),
          names("dual_parametric_relu", "dprelu"),
          names("flexible_relu", "frelu"),
          names("squared_relu", "relu2 relusquared"),
          names("glorot_uniform", "xavier xavieruniform"),
          names("glorot_normal", "xaviernormal"),
          names("he_uniform", "kaiming kaiminguniform"),
          names("he_normal", "he kaimingnormal"),
          names("accuracy", "acc"),
          names("f1", "f1score fscore"),
          names("mcc", "matthewscorrcoef matthewscorrelation"),
          names("roc_auc", "auc auroc rocaucscore"),
          names("pr_auc", "averageprecision averageprecisionscore auprc ap"),
          names("log_loss", "nll crossentropy"),
          names("top_k", "topkaccuracy topkaccuracyscore"),
          names("calibration_error", "ece expectedcalibrationerror"),
          names("rmse", "rootmeansquarederror"),
          names("batch_norm", "batchnormalization batchnorm1d batchnorm2d"),
          names("norm", "normalization normalisation normlayer"),
          names("layer_norm", "layernormalization"),
          names("conv1d", "convolution1d"),
          names("conv2d", "conv convolution convolution2d"),
          names("max_pool", "maxpool1d maxpool2d maxpooling1d maxpooling2d"),
          names("avg_pool", "avgpool1d avgpool2d averagepooling1d averagepooling2d"),
          names(
              "global_avg_pool",
              "adaptiveavgpool1d adaptiveavgpool2d globalaveragepooling1d globalaveragepooling2d"),
          names("out_channels", "filters channels"),
          names("p", "rate prob probability"),
          names("units", "outfeatures"),
          names("affine", "elementwiseaffine"),
          names("dense", "linear lazylinear fc fullyconnected"),
          names("kernel_size", "poolsize windowsize"),
          names("accumulate", ACCUMULATION),
          names("clip_norm", "gradclip gradientclip gradientclipval maxgradnorm gradientclipnorm"),
          names("sharpness_aware", "sam"),
          names("time_budget", "maxtime"),
          names("validate_every", "valcheckinterval checkvaleverynepoch"),
          names("horizontal_flip", "hflip randomhorizontalflip"),
          names("vertical_flip", "vflip randomverticalflip"),
          names("population_size", "popsize lambda"),
          names("all", "full fullbatch"));

  /** Words that mean something of their own, though they are spelled almost like names here. */
  private static final Set<String> OTHERS =
      Set.of(
          "median",
          "conv3d",
          "convolution3d",
          "maxpool3d",
          "avgpool3d",
          "batchnorm3d",
          "logsoftmax",
          "gru",
          "asgd",
          "msle",
          "mape");

  /** Names here that elsewhere are those of something else, which is meant if it is known. */
  private static final Map<String, String> NAMESAKES = Map.of("linear", "dense");

  /** Texts that are longer are not somebody's slip. */
  private static final int LONGEST = 64;

  private Suggestions() {}

  private static Map.Entry<String, List<String>> names(String name, String peers) {
    return Map.entry(name, List.of(peers.split(" ")));
  }

  /** The known name nearest to the one given. */
  public static Optional<String> nearest(String given, Collection<String> known) {
    String bare = bare(given);
    if (bare.isEmpty() || bare.length() > LONGEST) {
      return Optional.empty();
    }
    return Optional.ofNullable(NAMESAKES.get(bare))
        .filter(known::contains)
        .or(() -> known.stream().filter(name -> bare(name).equals(bare)).findFirst())
        .or(() -> known.stream().filter(name -> isPeer(bare, name)).findFirst())
        .or(() -> nearestSpelling(bare, known));
  }

  /** The nearest name as a part of a sentence, or nothing. */
  public static String didYouMean(String given, Collection<String> known) {
    return nearest(given, known).map("; did you mean '%s'?"::formatted).orElse("");
  }

  /** What is meant by a key that is not known, as a part of a sentence, or nothing. */
  public static String forKey(String key, String path, Collection<String> known) {
    return Misplaced.advice(key, path, known).orElseGet(() -> didYouMean(key, known));
  }

  private static boolean isPeer(String bare, String name) {
    return PEERS.getOrDefault(name, List.of()).contains(bare);
  }

  private static Optional<String> nearestSpelling(String bare, Collection<String> known) {
    if (OTHERS.contains(bare)) {
      return Optional.empty();
    }
    int allowed = Math.max(1, bare.length() / 3);
    var near = new ArrayList<Near>();
    for (String name : known) {
      int distance = EditDistance.between(bare, bare(name));
      if (distance <= allowed && distance < bare.length()) {
        near.add(new Near(name, distance, commonPrefix(bare, bare(name))));
      }
    }
    return near.stream()
        .min(Comparator.comparingInt(Near::distance).thenComparingInt(each -> -each.prefix()))
        .map(Near::name);
  }

  /** A name, how far it is, and how many letters at its beginning are right. */
  private record Near(String name, int distance, int prefix) {}

  private static int commonPrefix(String a, String b) {
    int length = 0;
    while (length < Math.min(a.length(), b.length()) && a.charAt(length) == b.charAt(length)) {
      length++;
    }
    return length;
  }

  /** Without case, punctuation and the module that PyTorch's layers are written with. */
  static String bare(String name) {
    return name.replaceFirst("^(torch\\.)?nn\\.", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
