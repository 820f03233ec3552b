package dev.kassei.batch.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommitTest {
  private static final String HASH = "0123456789abcdef0123456789abcdef01234567";

  @TempDir private Path checkout;

  private void write(String file, String text) throws IOException {
    Files.createDirectories(checkout.resolve(file).getParent());
    Files.writeString(checkout.resolve(file), text + "\n");
  }

  private Path classes() throws IOException {
    return Files.createDirectories(checkout.resolve("trainer/target/classes"));
  }

  @Test
  void theCommitOfABranchIsFoundLooseAndPacked() throws IOException {
    write("trainer/pom.xml", "<project/>");
    write(".git/HEAD", "ref: refs/heads/main");
    write(".git/packed-refs", "# pack-refs\n" + HASH.replace('0', 'f') + " refs/heads/main");
    assertThat(Commit.of(classes())).contains(HASH.replace('0', 'f'));
    write(".git/refs/heads/main", HASH);
    assertThat(Commit.of(classes())).contains(HASH);
  }

  @Test
  void aWorkTreeHasAHeadOfItsOwn() throws IOException {
    write("trainer/pom.xml", "<project/>");
    write("repository/worktrees/one/HEAD", HASH);
    write("repository/worktrees/one/commondir", "../..");
    write(".git", "gitdir: " + checkout.resolve("repository/worktrees/one"));
    assertThat(Commit.of(classes())).contains(HASH);
  }

  @Test
  void theRepositoryOfAnotherProjectIsNotKasseis() throws IOException {
    write(".git/HEAD", HASH);
    assertThat(Commit.of(classes())).isEmpty();
  }
}
