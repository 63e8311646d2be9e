package org.undersigned.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BlockRulesTest {
    private static final String KEY = "a".repeat(26);
    private static final Address ANN = Address.of("ann@mail.spam.example").orElseThrow();

    @Test
    void nothingIsBlockedAndNothingAllowedWithoutLists() {
        Blocks.Rules rules = Blocks.NONE.rules();
        assertThat(rules.match(KEY, ANN, ip("192.0.2.7"))).isEmpty();
        assertThat(rules.allows(ip("192.0.2.7"))).isFalse();
    }

    @Test
    void anAddressIsKnownByItsKey() {
        Blocks.Rules rules = rules(BlockList.ADDRESSES, KEY);
        assertThat(rules.match(KEY, ANN, Optional.empty())).contains(BlockList.ADDRESSES);
        assertThat(rules.match("b".repeat(26), ANN, Optional.empty())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mail.spam.example", "spam.example", "example"})
    void aDomainBlocksItsSubdomains(String domain) {
        assertThat(rules(BlockList.DOMAINS, domain).match(KEY, ANN, Optional.empty()))
                .contains(BlockList.DOMAINS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pam.example", "ail.spam.example", "deep.mail.spam.example", "spam", "spam.example.org"})
    void aDomainThatOnlyLooksLikeItBlocksNothing(String domain) {
        assertThat(rules(BlockList.DOMAINS, domain).match(KEY, ANN, Optional.empty()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.16/28, 192.0.2.31, true",
        "192.0.2.16/28, 192.0.2.32, false",
        "2001:db8:7::/48, 2001:db8:7:1::9, true",
        "2001:db8:7::/48, 2001:db8:8::9, false"
    })
    void aNetworkBlocksOrAllowsWhatIsInIt(String network, String address, boolean isIn) {
        assertThat(rules(BlockList.NETWORKS, network).match(KEY, ANN, ip(address)))
                .isEqualTo(isIn ? Optional.of(BlockList.NETWORKS) : Optional.empty());
        assertThat(rules(BlockList.NETWORKS, network).allows(ip(address))).isFalse();
        assertThat(rules(BlockList.ALLOWED_NETWORKS, network).allows(ip(address)))
                .isEqualTo(isIn);
        assertThat(rules(BlockList.ALLOWED_NETWORKS, network).match(KEY, ANN, ip(address)))
                .isEmpty();
    }

    @Test
    void whoeverComesFromNowhereIsNeitherBlockedNorAllowedByANetwork() {
        assertThat(rules(BlockList.NETWORKS, "192.0.2.0/24").match(KEY, ANN, Optional.empty()))
                .isEmpty();
        assertThat(rules(BlockList.ALLOWED_NETWORKS, "192.0.2.0/24").allows(Optional.empty()))
                .isFalse();
    }

    @Test
    void theClosestListIsTheOneThatCounts() {
        var lists = new Blocks(Map.of(), 0)
                .changed(
                        Map.of(
                                BlockList.ADDRESSES, Set.of(KEY),
                                BlockList.DOMAINS, Set.of("spam.example"),
                                BlockList.NETWORKS, Set.of("192.0.2.0/24")),
                        Map.of());
        assertThat(lists.rules().match(KEY, ANN, ip("192.0.2.7"))).contains(BlockList.ADDRESSES);
        var without = lists.changed(Map.of(), Map.of(BlockList.ADDRESSES, Set.of(KEY)));
        assertThat(without.rules().match(KEY, ANN, ip("192.0.2.7"))).contains(BlockList.DOMAINS);
        assertThat(without.revision()).isEqualTo(2);
    }

    @Test
    void whatIsBothTakenOffAndPutOnIsOn() {
        var lists = Blocks.NONE.changed(
                Map.of(BlockList.DOMAINS, Set.of("a.example")), Map.of(BlockList.DOMAINS, Set.of("a.example")));
        assertThat(List.copyOf(lists.of(BlockList.DOMAINS))).containsExactly("a.example");
    }

    @Test
    void neitherListsNorRulesPrintWhomTheyBlock() {
        var lists = Blocks.NONE.changed(Map.of(BlockList.DOMAINS, Set.of("spam.example")), Map.of());
        assertThat(lists + " " + lists.rules()).doesNotContain("spam");
    }

    private static Blocks.Rules rules(BlockList list, String entry) {
        return Blocks.NONE.changed(Map.of(list, Set.of(entry)), Map.of()).rules();
    }

    private static Optional<IpAddress> ip(String text) {
        return IpAddress.of(text);
    }
}
