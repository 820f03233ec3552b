package dev.kassei.batch.worker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LeaseTest {
  @Test
  void itIsOverAfterSoManyTicksWithoutASign() {
    var lease = new Lease(3);
    assertThat(lease.tick()).isFalse();
    assertThat(lease.tick()).isFalse();
    lease.renew();
    assertThat(lease.tick()).isFalse();
    assertThat(lease.tick()).isFalse();
    assertThat(lease.tick()).isTrue();
  }
}
