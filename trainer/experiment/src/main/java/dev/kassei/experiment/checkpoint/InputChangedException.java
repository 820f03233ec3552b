package dev.kassei.experiment.checkpoint;

/** Says that what a trial depends on is no longer what its key names, which ends the batch. */
public final class InputChangedException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final String REMEDY =
      " has changed while the batch ran; what ended before is saved. Start again to train with it as it"
          + " is now, or put back what it was to resume";

  public InputChangedException(String what) {
    super(what + REMEDY);
  }
}
