package io.genai.sessions.web.copilot.embedded;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Words that are part of how people ask, rather than of what they ask about. */
final class Vocabulary {
  /** Words that rules look for. */
  static final Set<String> GRAMMAR =
      words(
          "average mean median total sum maximum minimum percentile highest lowest largest smallest biggest"
              + " fewest slowest fastest cheapest longest shortest most least top bottom rank ranking which"
              + " where when what between before after since until during share percent percentage fraction"
              + " proportion distribution correlation correlate correlated versus compare compared comparison"
              + " each every across split broken down grouped distinct different unique overall people"
              + " january february march april may june july august september october november december"
              + " monday tuesday wednesday thursday friday saturday sunday weekday weekend daily weekly monthly"
              + " hourly running cumulative rolling moving trailing change growth previous standard deviation"
              + " mention mentions mentioning contain contains containing include includes including number"
              + " count list show many much often first second third last next sample quarter half double twice"
              + " outlier outliers quartile decile least exactly successful success failed failing request requests generation churned"
              + " session sessions signed registered joined return returning retention variance breakdown");

  /** After these, or before "prompts", a word is looked for in prompts and may be anything. */
  static final Set<String> BEFORE_SEARCHED =
      words(
          "mention mentioning mentioned contain containing contained include including word say saying about");

  private static final Set<String> COMMON =
      words(
          "a an the of in on at to for from by with without and or not no nor but if then than as is are was were be"
              + " been being am do does did done doing have has had having can could will would shall should may might"
              + " must i me my we us our ours you your he she it its they them their theirs this that these those there"
              + " here who whom whose which what when where why how all any both each few more most other some such only"
              + " own same so too very just also even still yet already ever never always often sometimes usually"
              + " about above after again against along among around because before behind below beneath beside between"
              + " beyond during except inside into like near off onto out outside over past per since through throughout"
              + " till toward under until up upon within via please pls plz show give tell get find list display let want"
              + " need like know see look looking say said ask wonder curious question answer thanks thank hi hello hey"
              + " one two three four five six seven eight nine ten dozen hundred thousand million first second third"
              + " now today yesterday tomorrow day week month year hour minute time times date period moment far long"
              + " big bigger biggest small smaller smallest high higher highest low lower lowest large larger largest"
              + " good better best bad worse worst great less least fewer fewest many much enough lot lots plenty"
              + " make makes made making take takes took taken taking use used uses using come comes came coming go goes"
              + " went going gone put run runs ran running happen happens happened happening occur occurs occurred"
              + " produce produced create created creates creating generated generate generates generating ask asked"
              + " try tries tried trying end ends ended ending start starts started starting begin begins began"
              + " see sees seen spend spends spent spending pay pays paid paying cost costs costing hit hits hitting"
              + " get gets got gotten getting receive received experience experienced experiencing suffer suffered"
              + " result results resulted show shows shown showing tend tends seem seems seemed appear appears"
              + " change changes changed changing vary varies varied differ differs differed different difference"
              + " affect affects affected depend depends relate related relation relationship between versus vs"
              + " compare compared comparing comparison against rather instead"
              + " everything everyone everybody anything anyone anybody nothing nobody something someone somebody thing things"
              + " really actually currently recently overall generally typically exactly roughly approximately about around"
              + " data dataset database warehouse table record row value figure metric stat statistic report breakdown"
              + " number count amount quantity volume level rate share percent percentage ratio fraction proportion part"
              + " total sum average mean median typical maximum minimum max min range spread"
              + " top bottom rank ranked ranking order ordered sort sorted group grouped split broken break down"
              + " each every single particular given certain specific individual separate separately respectively"
              + " case cases kind kinds sort type types way ways terms term basis side point fact example"
              + " our their his her your my whole entire full complete rest others another across"
              + " happy likely likelier fast faster fastest slow slower slowest quick quickly long longer longest short"
              + " shorter shortest cheap cheaper cheapest expensive common popular frequent frequently rare rarely busy"
              + " busiest active typical usual new newer newest old older oldest recent latest earliest early late later"
              + " ok okay well right wrong true false yes no maybe perhaps"
              + " it's that's there's i'd we'd help trend trends trending evolve evolved evolution develop development"
              + " grow grew grown growing growth rise rose rising increase increased increasing decrease decreased"
              + " decline declined drop dropped fall fell falling shift slip improve improved worsen worsened"
              + " account accounts behind drive drives driven perform performs performance do well badly poorly"
              + " combination combinations combo pair pairs pairing pairings combined together"
              + " label labels labelled labeled called named name names alphabetical alphabetically tie ties tied break"
              + " counting considering excluding exclude ignoring ignore including regardless"
              + " worth over under roughly mostly mainly largely purely simply total totals altogether"
              + " numbers users people customers everybody bring brings brought place places placed land lands"
              + " belong belongs belonging fall falls keep keeps kept stay stays stayed leave leaves left return returned"
              + " lead leads leading led follow follows followed following"
              + " themselves itself respective own handle handled serve served deliver delivered return"
              + " works worked working successfully fully partly half halves quarter third double triple twice once"
              + " pick picks picked choose chooses chose chosen prefer prefers preferred set sets"
              + " stand stands separately apart distinct unique versus listing listed describe"
              + " quality skew dominate dominates dominant tell told contribute contributes contributed contribution"
              + " submit submitted submits send sent sends issue issued issues place wait waits waited waiting"
              + " last lasts lasted lasting next previous prior preceding past former latter"
              + " sign signed register registered join joined signup"
              + " log logged record recorded store stored hold holds held exist exists existing"
              + " attract attracts attracted appear contain reach reached reaches exceed exceeds exceeded"
              + " burn burned burnt consume consumed consumes use rack racked"
              + " wasted lost thrown away whether happened fare fares stack up exactly"
              + " several tie answer break ties broken outlier outliers alike matter matters"
              + " inclusive inclusively included excluded rarest commonest kindly strongly closely tightly sampled heat map heatmap chart plot matrix graph need needs needed require requires required record profile overview line lines responsible morning evening combo combos"
              + " scale option options setting settings choice choices version versions"
              + " bucket buckets band bands bin bins tier tiers class classes category categories");

  private Vocabulary() {}

  static boolean isCommon(String word) {
    return COMMON.contains(word) || EverydayWords.contains(word);
  }

  static Set<String> words(String text) {
    return Arrays.stream(Words.split(text)).collect(Collectors.toUnmodifiableSet());
  }
}
