import { defineMessages } from '@weibao/ui'

export const invitationsMessages = defineMessages({
  'zh-CN': {
    title: '加入单位的邀请',
    text: '邀请您加入“{organisation}”，角色是{role}。',
    until: '邀请在 {day} 前有效，只能用一次。',
    accept: '接受邀请',
    accepted: '已加入“{organisation}”',
    signInFirst: '请先登录或注册，再接受邀请。',
    signIn: '登录',
    register: '注册账号',
    endedTitle: '这个邀请已经不能用了',
    endedText: '可能已用过、已撤回或已过期。请单位负责人重新邀请。',
    home: '回首页',
  },
  en: {
    title: 'An invitation to join',
    text: 'You are invited to join “{organisation}” as {role}.',
    until: 'Good until {day}, once.',
    accept: 'Accept',
    accepted: 'You belong to “{organisation}” now',
    signInFirst: 'Sign in or register first, then accept.',
    signIn: 'Sign in',
    register: 'Register',
    endedTitle: 'This invitation is no longer good',
    endedText: 'It was used, taken back or has expired. Ask your organisation for a new one.',
    home: 'Home',
  },
})
