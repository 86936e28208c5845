import { defineMessages } from '../i18n/messages'

export const photoFieldMessages = defineMessages({
  'zh-CN': {
    title: '照片',
    titleOf: '{name}的照片',
    add: '拍照或选图',
    uploading: '正在上传 {percent}%',
    photo: '第 {n} 张照片',
    photoOf: '{name}的第 {n} 张照片',
    remove: '移除第 {n} 张照片',
    removeOf: '移除{name}的第 {n} 张照片',
  },
  en: {
    title: 'Photographs',
    titleOf: 'Photographs of {name}',
    add: 'Add photographs',
    uploading: 'Uploading {percent}%',
    photo: 'Photograph {n}',
    photoOf: 'Photograph {n} of {name}',
    remove: 'Remove photograph {n}',
    removeOf: 'Remove photograph {n} of {name}',
  },
})
