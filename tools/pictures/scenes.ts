import { namiChicken } from './scenes/nami-chicken.js'
import { lijiaBlackChicken } from './scenes/lijia-black-chicken.js'
import { yezhiHerbChickenEggs } from './scenes/yezhi-herb-chicken-eggs.js'
import { pantiangeHam } from './scenes/pantiange-ham.js'
import { tonglePipaPork } from './scenes/tongle-pipa-pork.js'
import { baijixunEcologicalPork } from './scenes/baijixun-ecological-pork.js'
import { baijixunBeef } from './scenes/baijixun-beef.js'
import { weixiBlackBoneSheep } from './scenes/weixi-black-bone-sheep.js'
import { weixiSuyouButter } from './scenes/weixi-suyou-butter.js'
import { ricePaddyFish } from './scenes/rice-paddy-fish.js'
import { tachengRainbowTrout } from './scenes/tacheng-rainbow-trout.js'
import { lisuHualabiaoBag } from './scenes/lisu-hualabiao-bag.js'
import { lixiuSachet } from './scenes/lixiu-sachet.js'
import { hempNotebook } from './scenes/hemp-notebook.js'
import { lisuEmbroideredPillow } from './scenes/lisu-embroidered-pillow.js'
import { maliMasaStrawWeave } from './scenes/mali-masa-straw-weave.js'
import { tongleWoodenBowl } from './scenes/tongle-wooden-bowl.js'
import { tongleBambooWeave } from './scenes/tongle-bamboo-weave.js'
import { hemeizhishaDyedCloth } from './scenes/hemeizhisha-dyed-cloth.js'
import { weixiCymbidium } from './scenes/weixi-cymbidium.js'
import { tachengIceWine } from './scenes/tacheng-ice-wine.js'
import { baoheIceWine } from './scenes/baohe-ice-wine.js'
import { tachengDryRed } from './scenes/tacheng-dry-red.js'
import { weixiSmallPotLiquor } from './scenes/weixi-small-pot-liquor.js'
import { weixiMaltose } from './scenes/weixi-maltose.js'
import { baoheFestivalSweets } from './scenes/baohe-festival-sweets.js'
import { baoheErkuai } from './scenes/baohe-erkuai.js'
import { pineBarkCake } from './scenes/pine-bark-cake.js'
import { ziliRedGrape } from './scenes/zili-red-grape.js'
import { weidengApple } from './scenes/weideng-apple.js'
import { weidengStrawberry } from './scenes/weideng-strawberry.js'
import { tonglePeach } from './scenes/tongle-peach.js'
import { weixiChestnut } from './scenes/weixi-chestnut.js'
import { weixiWalnut } from './scenes/weixi-walnut.js'
import { weixiWalnutKernel } from './scenes/weixi-walnut-kernel.js'
import { tachengSunflowerSeed } from './scenes/tacheng-sunflower-seed.js'
import { driedMorel } from './scenes/dried-morel.js'
import { freshMorel } from './scenes/fresh-morel.js'
import { freshMatsutake } from './scenes/fresh-matsutake.js'
import { driedWildBoletus } from './scenes/dried-wild-boletus.js'
import { blackFungus } from './scenes/black-fungus.js'
import { laoheiguBlackRice } from './scenes/laoheigu-black-rice.js'
import { tachengRedRice } from './scenes/tacheng-red-rice.js'
import { yezhiFragrantRice } from './scenes/yezhi-fragrant-rice.js'
import { highlandBarley } from './scenes/highland-barley.js'
import { tongleTartaryBuckwheat } from './scenes/tongle-tartary-buckwheat.js'
import { tongleSweetBuckwheat } from './scenes/tongle-sweet-buckwheat.js'
import { chuandaWhiteKidneyBean } from './scenes/chuanda-white-kidney-bean.js'
import { yezhiQuinoa } from './scenes/yezhi-quinoa.js'
import { weixiGastrodia } from './scenes/weixi-gastrodia.js'
import { weixiGentiana } from './scenes/weixi-gentiana.js'
import { weixiAngelica } from './scenes/weixi-angelica.js'
import { weixiCostus } from './scenes/weixi-costus.js'
import { weixiParis } from './scenes/weixi-paris.js'
import { yezhiSalvia } from './scenes/yezhi-salvia.js'
import { tachengSaffron } from './scenes/tacheng-saffron.js'
import { weixiSichuanPepper } from './scenes/weixi-sichuan-pepper.js'
import { weixiWalnutOil } from './scenes/weixi-walnut-oil.js'
import { lacquerSeedOil } from './scenes/lacquer-seed-oil.js'
import { prinsepiaOil } from './scenes/prinsepia-oil.js'
import { tachengRapeseedOil } from './scenes/tacheng-rapeseed-oil.js'
import { weixiBaihuaHoney } from './scenes/weixi-baihua-honey.js'
import { tongleHoney } from './scenes/tongle-honey.js'
import { weixiCombHoney } from './scenes/weixi-comb-honey.js'
import { waspPupae } from './scenes/wasp-pupae.js'
import { weixiStickyYam } from './scenes/weixi-sticky-yam.js'
import { weixiHighlandPotato } from './scenes/weixi-highland-potato.js'
import { yongfuGreenhouseVegetables } from './scenes/yongfu-greenhouse-vegetables.js'
import { baijixunRiverVegetables } from './scenes/baijixun-river-vegetables.js'
import { yezhiKonjac } from './scenes/yezhi-konjac.js'
import { weidengEndive } from './scenes/weideng-endive.js'
import type { Scene } from './scene.js'

/** Every product's picture by its slug. */
export const scenes: Readonly<Record<string, Scene>> = {
  'nami-chicken': namiChicken,
  'lijia-black-chicken': lijiaBlackChicken,
  'yezhi-herb-chicken-eggs': yezhiHerbChickenEggs,
  'pantiange-ham': pantiangeHam,
  'tongle-pipa-pork': tonglePipaPork,
  'baijixun-ecological-pork': baijixunEcologicalPork,
  'baijixun-beef': baijixunBeef,
  'weixi-black-bone-sheep': weixiBlackBoneSheep,
  'weixi-suyou-butter': weixiSuyouButter,
  'rice-paddy-fish': ricePaddyFish,
  'tacheng-rainbow-trout': tachengRainbowTrout,
  'lisu-hualabiao-bag': lisuHualabiaoBag,
  'lixiu-sachet': lixiuSachet,
  'hemp-notebook': hempNotebook,
  'lisu-embroidered-pillow': lisuEmbroideredPillow,
  'mali-masa-straw-weave': maliMasaStrawWeave,
  'tongle-wooden-bowl': tongleWoodenBowl,
  'tongle-bamboo-weave': tongleBambooWeave,
  'hemeizhisha-dyed-cloth': hemeizhishaDyedCloth,
  'weixi-cymbidium': weixiCymbidium,
  'tacheng-ice-wine': tachengIceWine,
  'baohe-ice-wine': baoheIceWine,
  'tacheng-dry-red': tachengDryRed,
  'weixi-small-pot-liquor': weixiSmallPotLiquor,
  'weixi-maltose': weixiMaltose,
  'baohe-festival-sweets': baoheFestivalSweets,
  'baohe-erkuai': baoheErkuai,
  'pine-bark-cake': pineBarkCake,
  'zili-red-grape': ziliRedGrape,
  'weideng-apple': weidengApple,
  'weideng-strawberry': weidengStrawberry,
  'tongle-peach': tonglePeach,
  'weixi-chestnut': weixiChestnut,
  'weixi-walnut': weixiWalnut,
  'weixi-walnut-kernel': weixiWalnutKernel,
  'tacheng-sunflower-seed': tachengSunflowerSeed,
  'dried-morel': driedMorel,
  'fresh-morel': freshMorel,
  'fresh-matsutake': freshMatsutake,
  'dried-wild-boletus': driedWildBoletus,
  'black-fungus': blackFungus,
  'laoheigu-black-rice': laoheiguBlackRice,
  'tacheng-red-rice': tachengRedRice,
  'yezhi-fragrant-rice': yezhiFragrantRice,
  'highland-barley': highlandBarley,
  'tongle-tartary-buckwheat': tongleTartaryBuckwheat,
  'tongle-sweet-buckwheat': tongleSweetBuckwheat,
  'chuanda-white-kidney-bean': chuandaWhiteKidneyBean,
  'yezhi-quinoa': yezhiQuinoa,
  'weixi-gastrodia': weixiGastrodia,
  'weixi-gentiana': weixiGentiana,
  'weixi-angelica': weixiAngelica,
  'weixi-costus': weixiCostus,
  'weixi-paris': weixiParis,
  'yezhi-salvia': yezhiSalvia,
  'tacheng-saffron': tachengSaffron,
  'weixi-sichuan-pepper': weixiSichuanPepper,
  'weixi-walnut-oil': weixiWalnutOil,
  'lacquer-seed-oil': lacquerSeedOil,
  'prinsepia-oil': prinsepiaOil,
  'tacheng-rapeseed-oil': tachengRapeseedOil,
  'weixi-baihua-honey': weixiBaihuaHoney,
  'tongle-honey': tongleHoney,
  'weixi-comb-honey': weixiCombHoney,
  'wasp-pupae': waspPupae,
  'weixi-sticky-yam': weixiStickyYam,
  'weixi-highland-potato': weixiHighlandPotato,
  'yongfu-greenhouse-vegetables': yongfuGreenhouseVegetables,
  'baijixun-river-vegetables': baijixunRiverVegetables,
  'yezhi-konjac': yezhiKonjac,
  'weideng-endive': weidengEndive,
}
